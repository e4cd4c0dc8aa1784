/** `npm run corpus`: which action is meant, with which words. The actions are in `corpus/`. */
import { readConfig } from '../../config.ts'
import { readArguments, UsageError } from './arguments.ts'
import { add } from './corpus/add.ts'
import { fetchFeeds, follow, unfollow } from './corpus/feeds.ts'
import type { Settings } from './corpus/print.ts'
import { check, list, readFiles } from './corpus/read.ts'
import { remove } from './corpus/remove.ts'

type Action = {
  readonly run: (settings: Settings, words: readonly string[]) => Promise<number>
  /** What the words are; null where there must be none. */
  readonly words: string | null
}

const actions = new Map<string, Action>([
  ['list', { run: list, words: null }],
  ['check', { run: check, words: null }],
  ['read', { run: readFiles, words: 'FILE…' }],
  ['add', { run: add, words: 'FILE… or URL…' }],
  ['remove', { run: remove, words: 'SLUG' }],
  ['follow', { run: follow, words: 'URL…' }],
  ['unfollow', { run: unfollow, words: 'URL…' }],
  ['fetch', { run: fetchFeeds, words: null }],
])

/** Resolves to the exit code: 1 when the corpus, a file or a feed has faults. */
export async function runCorpus(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      json: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
    },
  })
  const [name = '', ...words] = positionals
  const action = actions.get(name)
  if (action === undefined) {
    const names = [...actions.keys()]
    throw new UsageError(`expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}, got \`${name}\``)
  }
  if (action.words !== null && words.length === 0) throw new UsageError(`expected ${action.words}`)
  if (action.words === null && words.length > 0)
    throw new UsageError(`expected nothing after ${name}, got \`${words[0]}\``)
  if (values.replace && name !== 'add') throw new UsageError('expected --replace with add alone')
  const folder = values.corpus ?? readConfig(process.env).corpusDir
  return action.run({ folder, json: values.json, replace: values.replace }, words)
}
