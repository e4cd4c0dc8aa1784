/**
 * Prints conversations with the bot on the fake Discord, as the person who asked reads them: `node --import tsx test/bench/transcripts.ts [FOLDER]`.
 * Without a folder, of the shipped corpus. Read them; nothing is measured.
 */
import { loadCorpus } from '../../src/folder/load.ts'
import { createLibrary } from '../../src/library/library.ts'
import { type FakeDiscord, type FakeMessage, isPrivate, labelsOf, shown } from '../support/fake-discord.ts'
import { startBot } from '../support/running-bot.ts'

/** `/ask …` is the command; `> …` a reply to the last answer; `+ …` is typed into the field of Ask on; others mention the bot, or are written to it directly. */
const CONVERSATIONS: readonly (readonly string[])[] = [
  ['what is this article about?', '> who wrote it?', '> when?', '> who is quoted?', '> thanks'],
  ['/ask who is Dmitry Peskov?', '+ what did he say?', '+ what else did he say?', '+ go on', '+ who said that?'],
  [
    'How many people were detained in Moscow?',
    '> and in St. Petersburg?',
    '> why?',
    '> when?',
    '> does it mention Kazan?',
  ],
  ['dm hi', 'dm what can you do?', 'dm tldr', 'dm go on', 'dm link?'],
  [
    '/ask best quote',
    '+ who said that?',
    '+ who is he?',
    '+ any more quotes from him?',
    '+ what does he say about the embassy?',
  ],
  [
    'which organisations are mentioned?',
    '> who is mentioned?',
    '> does it mention Berlin?',
    '> anything about sanctions?',
    '> what happened?',
  ],
  ['/ask zyxwv?', '/ask what did the minister say about cheese?', '+ and the president?', '+ how many?', '+ sorry'],
  [
    'dm is there a dialogue between Moscow and Washington?',
    'dm who says so?',
    'dm and what do the americans say?',
    'dm why?',
    'dm thanks!',
  ],
  [
    'what did Peskov say about dialogue?',
    '> and about the president?',
    '> where did he say that?',
    '> is he the foreign minister?',
    '> more',
  ],
  [
    '/ask when was this published',
    '+ which outlet is it from?',
    '+ is it recent?',
    '+ give me the main points',
    '+ bye',
  ],
]

async function main(folder: string): Promise<void> {
  const { articles } = await loadCorpus(folder)
  const library = createLibrary(articles, new Date(0))
  let clock = 0
  const { fake, stop } = await startBot({ now: () => (clock += 60_000), library: () => library })
  for (const [number, lines] of CONVERSATIONS.entries()) {
    process.stdout.write(`\n════ ${number + 1} ════\n`)
    let last: FakeMessage | null = null
    for (const line of lines) {
      const answer: FakeMessage | null = await turn(fake, line, last)
      process.stdout.write(`\n‹ ${line}\n${answer === null ? '(silence)' : written(answer)}\n`)
      last = answer ?? last
    }
  }
  await stop()
}

async function turn(fake: FakeDiscord, line: string, last: FakeMessage | null): Promise<FakeMessage | null> {
  if (line.startsWith('/ask ')) return fake.slash('ask', { question: line.slice(5) }).shown.next()
  if (line.startsWith('+ ') && last !== null) {
    return fake.type(await fake.click(last, 'Ask on').fields.next(), line.slice(2)).shown.next()
  }
  const saying = line.startsWith('dm ')
    ? { in: fake.dm(fake.ada) }
    : line.startsWith('> ') && last !== null
      ? { replyTo: last }
      : {}
  const text = line.replace(/^(?:dm|>) /, '')
  fake.say(line.startsWith('dm ') || line.startsWith('> ') ? text : `<@bot> ${text}`, saying)
  if (!line.startsWith('> ')) return fake.store.sent.next()
  // Talk in a reply is left alone: what is asked after it is answered in its place.
  fake.say('<@bot> hello', { in: fake.thread })
  const first = await fake.store.sent.next()
  const second = first.channelId === fake.thread.id ? null : await fake.store.sent.next()
  return second === null ? null : first
}

function written(message: FakeMessage): string {
  const text = shown(message).replace(/^/gm, '  ')
  return `${text}\n  [${labelsOf(message).join('] [')}]${isPrivate(message) ? ' (only you)' : ''}`
}

await main(process.argv[2] ?? 'corpus')
