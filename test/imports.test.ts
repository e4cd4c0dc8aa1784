/** The design's import table, kept: reads every import of src/ and commands/, and fails on one that the table does not allow. */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

type Import = { readonly file: string; readonly target: string; readonly typeOnly: boolean }

/** What a room may import of ours, types included; a room always may import itself. What is not named here wires the rest together. */
const allowed = new Map<string, readonly string[]>([
  ['article', []],
  ['messages', []],
  ['card', ['work']],
  ['errors', []],
  ['version', []],
  ['config', ['errors']],
  ['log', ['article', 'config']],
  ['work', ['errors']],
  ['formats', ['article', 'work', 'errors']],
  ['quotations', ['article', 'work', 'errors']],
  ['folder', ['article', 'formats', 'work', 'errors']],
  ['feeds', ['article', 'formats', 'folder', 'work', 'errors', 'version']],
  ['servers', ['article', 'formats', 'folder', 'feeds', 'work', 'errors']],
  ['retrieval', ['work']],
  ['library', ['article', 'quotations', 'folder', 'retrieval', 'work', 'errors']],
  ['answer', ['article', 'quotations', 'retrieval', 'library', 'errors', 'version']],
  ['report', ['article', 'answer', 'messages', 'errors']],
  ['commands', ['article', 'answer', 'library', 'report', 'servers', 'messages', 'errors']],
  ['discord', ['article', 'commands', 'answer', 'library', 'servers', 'report', 'messages', 'card', 'work', 'errors']],
  [
    'terminal',
    [
      'article',
      'commands',
      'answer',
      'report',
      'library',
      'folder',
      'feeds',
      'quotations',
      'messages',
      'config',
      'errors',
      'version',
    ],
  ],
])

/** Which packages a room may import, where that is limited. */
const packages = new Map<string, readonly RegExp[]>([
  ['retrieval', [/^natural\//, /^node:/]],
  ['messages', []],
  ['article', [/^node:/]],
  ['quotations', [/^node:/]],
  ['library', [/^node:/, /^chrono-node/]],
  ['report', []],
  ['answer', [/^node:/]],
  ['commands', [/^@discordjs\/builders$/, /^fflate$/]],
  ['terminal', [/^node:/, /^string-width$/, /^wrap-ansi$/]],
])

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.split(sep).join('/')}`)
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found: Import[] = []
  for (const [, head = '', target = ''] of text.matchAll(
    /^(?:import|export)\s+((?:[^'"`;]*?\sfrom\s+)?)['"]([^'"]+)['"]/gm,
  )) {
    const names = head.replace(/\s*from\s*$/, '').trim()
    const everyNameIsAType =
      /^\{[^}]*\}$/.test(names) &&
      names
        .slice(1, -1)
        .split(',')
        .every(name => /^\s*(?:type\s|$)/.test(name))
    found.push({ file, target, typeOnly: names.startsWith('type ') || everyNameIsAType })
  }
  for (const [, target = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ file, target, typeOnly: false })
  return found
}

const roomOf = (path: string): string =>
  path.startsWith('commands/') ? 'commands' : (path.split('/')[1] ?? path).replace(/\.ts$/, '')

const resolve = ({ file, target }: Import): string =>
  target.startsWith('.')
    ? normalize(join(dirname(file), target))
        .split(sep)
        .join('/')
    : target

const files = [...filesBelow('src'), ...filesBelow('commands')]
const imports = files.flatMap(importsOf)

function isAllowed(found: Import): boolean {
  const room = roomOf(found.file)
  const target = resolve(found)
  const table = allowed.get(room)
  if (table === undefined) return true
  if (!found.target.startsWith('.'))
    return found.typeOnly || (packages.get(room)?.some(name => name.test(target)) ?? true)
  const targetRoom = roomOf(target)
  return targetRoom === room || table.includes(targetRoom)
}

/** The table as ARCHITECTURE.md prints it. */
function printedTable(): Map<string, readonly string[]> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const rows = text.slice(text.indexOf('## Who may import whom')).matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)
  return new Map(
    Array.from(rows, ([, name = '', targets = '']) => [
      name,
      Array.from(targets.matchAll(/`(\w+)`/g), ([, target = '']) => target),
    ]),
  )
}

describe('the import table', () => {
  it('is the one that ARCHITECTURE.md prints', () => {
    expect(new Map([...printedTable()].sort())).toEqual(new Map([...allowed].sort()))
  })

  it('finds the imports that are there', () => {
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports.some(({ file, typeOnly }) => file === 'src/answer/attribution.ts' && typeOnly)).toBe(true)
    expect(new Set(imports.map(({ file }) => roomOf(file)))).toContain('quotations')
  })

  it('is kept by every file', () => {
    expect(imports.filter(found => !isAllowed(found))).toEqual([])
  })

  it('lets nothing import what wires it all together', () => {
    const wiring = new Set(['src/main.ts', 'src/cli.ts', 'src/shards.ts'])
    expect(imports.filter(found => wiring.has(resolve(found)))).toEqual([])
  })

  it('has discord.js in its own folder alone', () => {
    const outside = imports.filter(
      ({ file, target, typeOnly }) => target === 'discord.js' && !typeOnly && roomOf(file) !== 'discord',
    )
    expect(outside).toEqual([])
  })

  it('names node modules with their prefix and natural by its submodules', () => {
    expect(imports.filter(({ target }) => builtinModules.includes(target) || target === 'natural')).toEqual([])
  })

  it('has no cycle', () => {
    const edges = new Map<string, string[]>()
    for (const found of imports) {
      if (found.target.startsWith('.')) edges.set(found.file, [...(edges.get(found.file) ?? []), resolve(found)])
    }
    const done = new Set<string>()
    const cycles: string[][] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file])
      if (done.has(file) || path.includes(file)) return
      for (const next of edges.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})
