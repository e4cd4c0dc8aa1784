/** Kills editors, `cp` and downloads in the middle of a save in the watched folder, while a host answers from it: never from a half article. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Article } from '../../src/article/article.ts'
import { QUIET_MS } from '../../src/folder/watch/watch.ts'
import { doubtText } from '../../src/formats/ending/text-end.ts'
import type { Host } from '../../src/library/host/host.ts'
import { startHost } from '../../src/library/host/start-host.ts'
import { lineOf, pageOf, revisionOf, textOf } from './kill-article.ts'
import { type KillRow, root } from './kill-programs.ts'

const ways = [
  { what: 'a save in place', way: 'in place', ending: '.md', write: textOf },
  { what: 'a save in place of a page', way: 'in place', ending: '.html', write: pageOf },
  { what: 'a save in place of a feed', way: 'in place', ending: '.jsonl', write: feedOf },
  { what: 'a save beside, then renamed', way: 'renamed', ending: '.txt', write: textOf },
  { what: 'a file written in steps', way: 'appended', ending: '.txt', write: textOf },
  { what: 'cp from a slow disk', way: 'cp', ending: '.txt', write: textOf },
  { what: 'curl of a slow page', way: 'curl', ending: '.html', write: pageOf },
] as const

type Way = (typeof ways)[number]
/** A save: not `isDone` when it was broken off. */
type Save = {
  readonly way: Way
  readonly slug: string
  readonly revision: number
  readonly path: string
  isDone: boolean
}

/** Three articles, the last of which is the one that is asked for. */
function feedOf(slug: string, revision: number): string {
  return [`${slug}-one`, `${slug}-two`, slug].map(each => lineOf(each, revision)).join('')
}

const nothing = { kills: 0, acknowledged: 0, unacknowledged: 0, tookEffect: 0, likeFinished: 0 }

const editorsAtOnce = 7
/** Of a save, from its beginning to its end: most of them are killed in between. */
const longestSaveMs = 160

export async function killEditors(kills: number): Promise<KillRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'verbatim-kill-editors-'))
  const [folder, workshop] = [join(place, 'corpus'), join(place, 'workshop')]
  for (const path of [folder, workshop]) mkdirSync(path)
  writeFileSync(join(folder, 'first.md'), textOf('first', 1))
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: object) => void faults.add(JSON.stringify(fields)),
  }
  const faults = new Set<string>()
  const host = await startHost({ corpusDir: folder, stateDir: null, log })
  const run = new EditorRun(host, folder, workshop)
  try {
    for (let batch = 0; run.kills < kills; batch += 1) await run.batch(batch)
    await run.mend()
  } finally {
    await run.stop()
    await host.stop()
    rmSync(place, { recursive: true })
  }
  return run.rows([...faults])
}

class EditorRun {
  readonly #host: Host
  readonly #folder: string
  readonly #workshop: string
  readonly #counts = new Map(ways.map(way => [way, { ...nothing }]))
  readonly #faults = new Map<Way, Set<string>>(ways.map(way => [way, new Set()]))
  readonly #seen = new WeakSet<Article>()
  /** What each article was whole at, when a save of it last ended well. */
  readonly #saves = new Map<string, Save>()
  readonly #watching: NodeJS.Timeout
  kills = 0

  constructor(host: Host, folder: string, workshop: string) {
    this.#host = host
    this.#folder = folder
    this.#workshop = workshop
    this.#watching = setInterval(() => this.#look(), 10)
  }

  async stop(): Promise<void> {
    clearInterval(this.#watching)
  }

  /** Every article that is answered from has to be whole. */
  #look(): void {
    for (const article of this.#host.library(null).articles.values()) {
      if (this.#seen.has(article)) continue
      this.#seen.add(article)
      if (revisionOf(article) !== null) continue
      const way = this.#saves.get(article.slug)?.way ?? ways.find(({ ending }) => ending === '.jsonl') ?? ways[0]
      const counts = this.#counts.get(way)
      const fault = `${article.slug} is half, and ends with ${JSON.stringify(article.body.slice(-40))}`
      const isLikeFinished = way.write === textOf && doubtText(article.body, false) === null
      if (isLikeFinished && counts !== undefined) counts.likeFinished += 1
      else this.#faults.get(way)?.add(fault)
    }
  }

  /** Editors at work at once: half of them on files that are there already. */
  async batch(batch: number): Promise<void> {
    const saves = Array.from({ length: editorsAtOnce }, (_, at): Save => {
      const way = ways[at % ways.length] ?? ways[0]
      const slug = `${way.way.replaceAll(' ', '-')}-${at}${batch % 2 === 0 ? '' : `-new-${batch}`}`
      const path = join(this.#folder, `${slug}${way.ending}`)
      return { way, slug, revision: batch + 1, path, isDone: false }
    })
    // The first time whole, so that there is a version to keep.
    if (batch === 0) for (const save of saves) writeFileSync(save.path, save.way.write(save.slug, 1_000))
    if (batch === 0) await this.#settled(saves.map(save => ({ ...save, revision: 1_000 })))
    await Promise.all(saves.map(save => this.#saveAndKill(save)))
    await this.#settled(saves)
    for (const save of saves) this.#judge(save)
  }

  async #saveAndKill(save: Save): Promise<void> {
    this.#saves.set(save.slug, save)
    const source = join(this.#workshop, save.slug)
    writeFileSync(source, save.way.write(save.slug, save.revision))
    const counts = this.#counts.get(save.way)
    const { child, begun, stop } = await startEditor(save.way.way, source, save.path)
    await begun
    await Promise.race([delay(Math.random() * longestSaveMs), child.exitCode === null ? once(child, 'exit') : null])
    const wasKilled = child.exitCode === null && child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    stop()
    save.isDone = !wasKilled && child.exitCode === 0
    if (wasKilled) this.kills += 1
    if (counts === undefined) return
    counts.kills += wasKilled ? 1 : 0
    counts.acknowledged += save.isDone ? 1 : 0
    counts.unacknowledged += save.isDone ? 0 : 1
  }

  /** A save that ended has to be answered from; one that was broken off too, when it is whole all the same. */
  #judge(save: Save): void {
    const { way, slug, revision, path, isDone } = save
    const article = this.#host.library(null).articles.get(slug)
    const isThere = this.#isLive(save)
    const isWhole = readIfThere(path) === way.write(slug, revision)
    const counts = this.#counts.get(way)
    if (!isDone && isThere && counts !== undefined) counts.tookEffect += 1
    if ((isDone || isWhole) && !isThere)
      this.#faults.get(way)?.add(`${slug} is not answered from at revision ${revision}`)
    if (isWhole || isDone) return
    const isNamed = this.#host.status().faults.some(fault => fault.path === path)
    const wasThere = readIfThere(path) !== null
    if (way.way !== 'renamed' && wasThere && !isNamed && article === undefined)
      this.#faults
        .get(way)
        ?.add(`${slug} is neither answered from nor named as faulty: ${JSON.stringify(readIfThere(path)?.slice(-40))}`)
  }

  /** Long enough for what is quiet to be read, and until what is whole is answered from; that is judged afterwards. */
  async #settled(saves: readonly Save[]): Promise<void> {
    await delay(QUIET_MS + 700)
    const isLate = (save: Save): boolean =>
      readIfThere(save.path) === save.way.write(save.slug, save.revision) && !this.#isLive(save)
    for (let waited = 0; waited < 10_000 && saves.some(isLate); waited += 50) await delay(50)
  }

  #isLive({ slug, revision }: Save): boolean {
    const article = this.#host.library(null).articles.get(slug)
    return article !== undefined && revisionOf(article) === revision
  }

  /** Everything saved whole at last: all is answered from, and no fault stays. */
  async mend(): Promise<void> {
    const saves = [...this.#saves.values()].map((save): Save => ({ ...save, revision: 5_000, isDone: true }))
    for (const { way, slug, path } of saves) {
      writeFileSync(join(this.#workshop, slug), way.write(slug, 5_000))
      renameSync(join(this.#workshop, slug), path)
    }
    await this.#settled(saves)
    for (const save of saves) this.#judge(save)
    for (const { path, message } of this.#host.status().faults) this.#faults.get(ways[0])?.add(`${path}: ${message}`)
  }

  rows(bugs: readonly string[]): KillRow[] {
    return ways.map((way, at) => ({
      what: way.what,
      ...(this.#counts.get(way) ?? nothing),
      faults: [...(this.#faults.get(way) ?? []), ...(at === 0 ? bugs : [])],
    }))
  }
}

type Editor = { readonly child: ChildProcess; readonly begun: Promise<unknown>; readonly stop: () => unknown }

/** The program that saves: our own, or `cp` and `curl`, which one of ours feeds slowly. */
async function startEditor(way: Way['way'], source: string, target: string): Promise<Editor> {
  const fed = way === 'cp' || way === 'curl'
  const words = ['--import', 'tsx', join('test', 'bench', 'kill-editor.ts'), fed ? 'fed' : way, source, target]
  const ours = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = (): void => void ours.kill('SIGKILL')
  if (!fed) return { child: ours, begun: once(createInterface(ours.stdout), 'line'), stop }
  await once(ours.stdout, 'readable')
  if (way === 'cp') {
    const pipe = `${source}.pipe`
    execFileSync('mkfifo', [pipe])
    const child = spawn('cp', [pipe, target], { stdio: ['ignore', 'ignore', 'inherit'] })
    // Opened to read as well, it waits for nobody to read from it.
    const slow = createWriteStream(pipe, { flags: 'r+' }).on('error', () => undefined)
    ours.stdout.pipe(slow)
    child.once('exit', () => rmSync(pipe))
    return { child, begun: Promise.resolve(), stop: () => [stop(), slow.destroy()] }
  }
  const size = statSync(source).size
  const server = createServer((_request, response) => {
    response.setHeader('content-length', size)
    ours.stdout.pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is always of this kind.
  const { port } = server.address() as AddressInfo
  const child = spawn('curl', ['-s', '-N', '-o', target, `http://127.0.0.1:${port}/`], { stdio: 'ignore' })
  return { child, begun: Promise.resolve(), stop: () => [stop(), server.close(), server.closeAllConnections()] }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not there: the one reason for which a file that we made ourselves cannot be read.
    return null
  }
}
