/**
 * Draws the picture at the README's top: asks the bot on the fake Discord about the articles in `corpus/`, and lets Chromium draw what it sent, on both grounds.
 * `--question WORDS` asks something else, `--width PIXELS` draws for another screen (a phone's is 390), `--to FOLDER` keeps the pictures elsewhere.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { loadCorpus } from '../../src/folder/load.ts'
import { createLibrary } from '../../src/library/library.ts'
import { startBot } from '../support/running-bot.ts'
import { type Conversation, type Ground, toPage } from './picture/page.ts'

const { values } = parseArgs({
  options: {
    question: { type: 'string', default: 'What does Peskov say about success in a dialogue?' },
    width: { type: 'string', default: '700' },
    to: { type: 'string', default: 'docs' },
    chromium: { type: 'string', default: 'chromium' },
  },
})
const run = promisify(execFile)

async function ask(question: string): Promise<Conversation> {
  const { articles } = await loadCorpus('corpus')
  const library = createLibrary(articles, new Date())
  const { fake, stop } = await startBot({ library: () => library })
  fake.say(`<@bot> ${question}`)
  const { components } = await fake.store.sent.next()
  await stop()
  return { asker: 'Ada', bot: 'Verbatim', question, answer: components }
}

/** Chromium does not cut a picture to its page, so the page's height is asked for first, at a width of its own: a window is never narrower than 500. One and a half pixels a point: sharp enough, and a small file. */
async function draw(page: string, picture: string, folder: string): Promise<void> {
  const file = join(folder, 'page.html')
  const flags = [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--force-device-scale-factor=1.5',
    '--disable-lcd-text',
  ]
  await writeFile(
    file,
    `${page}<style>main { width: ${values.width}px }</style><script>document.title = String(document.querySelector('main').offsetHeight)</script>`,
  )
  const size = (height: string): string => `--window-size=${values.width},${height}`
  const { stdout } = await run(values.chromium, [...flags, size('900'), '--dump-dom', `file://${file}`])
  const height = /<title>(\d+)<\/title>/.exec(stdout)?.[1]
  if (height === undefined) throw new Error('expected Chromium to say how high the page is')
  await run(values.chromium, [...flags, size(height), `--screenshot=${picture}`, `file://${file}`])
}

const conversation = await ask(values.question)
const folder = await mkdtemp(join(tmpdir(), 'picture-'))
const grounds: readonly Ground[] = ['dark', 'light']
try {
  for (const ground of grounds)
    await draw(await toPage(conversation, ground), resolve(values.to, `answer-${ground}.png`), folder)
} finally {
  await rm(folder, { recursive: true })
}
