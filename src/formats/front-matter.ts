/** Reads the YAML front matter of an article file. What stands below it is left to the format that it introduces. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Fault } from '../errors.ts'
import { isDate, isLanguage, isWebAddress } from './values.ts'

/** What is known about an article besides its text; a key that is not there is not known. */
export type Metadata = {
  readonly headline?: string
  readonly outlet?: string
  readonly byline?: string
  /** YYYY-MM-DD */
  readonly published?: string
  readonly dateline?: string
  readonly url?: string
  readonly standfirst?: string
  /** BCP 47 */
  readonly language?: string
  readonly edition?: 'digest'
}

export type FrontMatter = {
  readonly metadata: Metadata
  /** What follows the front matter, to the letter. */
  readonly rest: string
  readonly faults: readonly Fault[]
}

const maxLength = 64 * 1024
const anyText = (): boolean => true

type Key = { readonly expected: string; readonly accepts: (value: string) => boolean }

const keys: ReadonlyMap<string, Key> = new Map([
  ['headline', { expected: 'text', accepts: anyText }],
  ['outlet', { expected: 'text', accepts: anyText }],
  ['byline', { expected: 'text', accepts: anyText }],
  ['published', { expected: 'a date like 2024-05-01', accepts: isDate }],
  ['dateline', { expected: 'text', accepts: anyText }],
  ['url', { expected: 'a web address like https://example.org/story', accepts: isWebAddress }],
  ['standfirst', { expected: 'text', accepts: anyText }],
  ['language', { expected: 'a language tag like en or pt-BR', accepts: isLanguage }],
  [
    'edition',
    { expected: '`digest`, or no `edition` for the full text', accepts: (value: string) => value === 'digest' },
  ],
])

/**
 * The front matter at the head of `text` (line ends are `\n`), or null when there is none: a first line `---`, YAML, and a line `---`.
 * Every fault is listed with its line in the file, `path` at its head. Scalars are read as text, so `headline: 1984` is a headline;
 * aliases are refused, so no file can blow up.
 */
export function parseFrontMatter(path: string, text: string): FrontMatter | null {
  const opening = /^---[^\S\n]*\n/.exec(text)
  if (opening === null) return null
  const closing = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/m
  const afterOpening = text.slice(opening[0].length)
  const end = closing.exec(afterOpening)
  if (end === null || end.index > maxLength) {
    const message =
      end === null
        ? 'expected front matter to end with a line `---`, got none'
        : `expected front matter of at most ${maxLength / 1024} KB, got more`
    return { metadata: {}, rest: '', faults: [{ path, line: 1, message }] }
  }
  return { ...readYaml(path, afterOpening.slice(0, end.index)), rest: afterOpening.slice(end.index + end[0].length) }
}

/** The metadata among the values of a parsed object, and what is wrong with the others; empty texts and nulls are not known. */
export function validateMetadata(values: Readonly<Record<string, unknown>>): { metadata: Metadata; faults: string[] } {
  const known = new Map<string, string>()
  const faults: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const word = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value
    if (word === null || word === '') continue
    const fault = faultIn(name, word)
    if (fault !== null) faults.push(fault)
    else known.set(name, String(word))
  }
  // Safe: only names in `keys` are set, and `edition` was accepted.
  return { metadata: Object.fromEntries(known) as Metadata, faults }
}

function faultIn(name: string, value: unknown): string | null {
  const wanted = keys.get(name)
  if (wanted === undefined)
    return `expected one of ${[...keys.keys()].join(', ')}, got the key \`${name.slice(0, 80)}\``
  if (typeof value !== 'string')
    return `expected \`${name}\` to be ${wanted.expected}, got a list, a mapping or an alias`
  return wanted.accepts(value) ? null : `expected \`${name}\` to be ${wanted.expected}, got \`${value.slice(0, 80)}\``
}

function readYaml(path: string, yaml: string): { metadata: Metadata; faults: Fault[] } {
  const lines = new LineCounter()
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  // The front matter starts in the file's second line.
  const faultAt = (offset: number, message: string): Fault => ({ path, line: lines.linePos(offset).line + 1, message })
  // One slip makes YAML stumble many times over: the first one tells.
  const faults = document.errors.slice(0, 1).map(({ pos, message }) => {
    const found = message.startsWith('Maximum call stack') ? 'text nested too deep' : firstLine(message)
    return faultAt(pos[0], `expected YAML, got ${found}`)
  })
  let metadata: Metadata = {}
  if (faults.length > 0 || document.contents === null) return { metadata: {}, faults }
  if (!isMap(document.contents)) {
    return { metadata: {}, faults: [faultAt(0, 'expected `key: value` lines, got something else')] }
  }
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '?'
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0
    const read = validateMetadata({ [name]: value === null ? null : isScalar(value) ? value.value : value })
    faults.push(...read.faults.map(message => faultAt(offset, message)))
    metadata = { ...metadata, ...read.metadata }
  }
  return { metadata, faults }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
