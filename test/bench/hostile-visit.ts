/** What somebody hostile does with one file in their server, for `hostile-load.ts`: every way in which the bot can be made to look at it. */
import { person } from '../support/fake-discord/people.ts'
import { buttonsOf, type FakeDiscord, type FakeInteraction, type FakeMessage, shown } from '../support/fake-discord.ts'

export type Attack = { readonly name: string; readonly ending: string; readonly text: string }

/** Milliseconds after which a step counts as unanswered. */
const PATIENCE_MS = 60_000
/** Characters of the file that are asked and checked. */
const QUESTION_TEXT = 300
const CLAIM_TEXT = 2_000
const PAGES = 3

/** Uploads the file, asks, quotes, checks and reads what it holds, and removes it; gives what became of each step. */
export async function attack(fake: FakeDiscord, { name, ending, text }: Attack): Promise<string> {
  const by = person('Mallory', { mayManageServer: true })
  const slug = name.replace(/[^a-z]+/gi, '-').toLowerCase()
  const file = { name: `${slug}.${ending}`, bytes: new TextEncoder().encode(text) }
  const steps: string[] = []
  const take = async (step: string, interaction: FakeInteraction): Promise<FakeMessage | null> => {
    const startedAt = performance.now()
    const answer = await within(PATIENCE_MS, interaction.shown.next())
    const wrong = answer === null ? ' UNANSWERED' : /went wrong/.test(shown(answer)) ? ' WENT WRONG' : ''
    steps.push(`${step}${wrong} ${((performance.now() - startedAt) / 1_000).toFixed(1)}`)
    return answer
  }
  const click = async (step: string, message: FakeMessage | null, label: string): Promise<FakeMessage | null> => {
    const isThere = message !== null && buttonsOf(message).some(button => button.label === label)
    return isThere ? take(step, fake.click(message, label, { by })) : null
  }

  const draft = await take('add', fake.slash('corpus', {}, { by, subcommand: 'add', files: { file } }))
  const added = (await click('store', draft, 'Add')) ?? (await click('store', draft, 'Replace'))
  if (added === null)
    return `refused: ${steps.join(' ')} ${draft === null ? '' : shown(draft).replace(/\s+/g, ' ').slice(0, 120)}`
  const words = text.slice(Math.floor(text.length / 2))
  const answer = await take('ask', fake.slash('ask', { question: words.slice(0, QUESTION_TEXT) }, { by }))
  await click('more', answer, 'More context')
  await take('quote', fake.slash('quote', { words: words.slice(0, QUESTION_TEXT) }, { by }))
  await take('said', fake.slash('quote', { speaker: 'Smith' }, { by }))
  await take('check', fake.slash('check', { quote: words.slice(0, CLAIM_TEXT) }, { by }))
  const article = await take('article', fake.slash('article', { name: slug }, { by }))
  let page = await click('read', article, 'Read the article')
  for (let turned = 0; page !== null && turned < PAGES; turned += 1) page = await click('page', page, 'Next ▶')
  const removal = await take('remove', fake.slash('corpus', { name: slug }, { by, subcommand: 'remove' }))
  await click('gone', removal, 'Remove')
  return steps.join(' ')
}

/** Null when it has not come by then. */
async function within<Value>(ms: number, value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<null>(resolve => {
    timer = setTimeout(resolve, ms, null)
  })
  return Promise.race([value, timeout]).finally(() => clearTimeout(timer))
}
