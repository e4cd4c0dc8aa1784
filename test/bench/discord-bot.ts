/** The bot as a process of its own, for `discord-load.ts`: answers from made-up articles, and tells its memory and processor time when it is asked. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { startDiscord } from '../../src/discord/bot.ts'
import { createLibrary } from '../../src/library/library.ts'
import { makeArticle } from '../support/articles.ts'

/** Numbers between 0 and 1, the same ones at every run (Lehmer's generator). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function makeArticles(count: number): ReturnType<typeof makeArticle>[] {
  const random = createRandom(7)
  const syllables = ['ka', 'lo', 'mi', 'ren', 'tu', 'sal', 'ber', 'no', 'vi', 'dor', 'pe', 'hal']
  const vocabulary = Array.from({ length: 8_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  )
  // Squaring favours the first words, as language does.
  const word = (): string => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? 'word'
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, word).join(' ')
    return random() < 0.1 ? `"The ${words}," said Ilse Brandt.` : `The ${words}.`
  }
  const paragraph = (): string => Array.from({ length: 3 }, sentence).join(' ')
  return Array.from({ length: count }, (_, at) =>
    makeArticle(Array.from({ length: 20 }, paragraph).join('\n\n'), {
      slug: `article-${at}`,
      headline: `On ${word()} and ${word()}`,
      outlet: 'The Bench',
      published: '2024-05-01',
    }),
  )
}

const [api = '', token = ''] = process.argv.slice(2)
const articles = makeArticles(500)
const library = createLibrary(articles, new Date())
const logger = pino({ level: 'silent' })
const bot = await startDiscord({
  token,
  guildId: null,
  library: () => library,
  logger,
  version: 'bench',
  address: { api },
})

setFlagsFromString('--expose_gc')
const collect: unknown = runInNewContext('gc')
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
process.on('message', async message => {
  if (message === 'stop') {
    await bot.stop()
    process.exit(0)
  }
  if (message === 'memory' && typeof collect === 'function') collect()
  const { heapUsed, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send?.({ heapUsed, rss, cpuMs: (user + system) / 1_000 })
})
const questions = articles.slice(0, 200).map(({ body }) => body.slice(0, 60).replace(/\S*$/, ''))
process.send?.({ ready: true, sentences: library.index.sentenceCount, questions })
