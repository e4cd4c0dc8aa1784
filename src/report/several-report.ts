/** Says that a name that was asked for is that of several people, in plain text. */
import type { QuotationsAnswer } from '../answer/answer.ts'
import type { Messages } from '../messages/en.ts'

const MOST_NAMES = 8

/** One line with each of them and how much they said; none where one person is meant. */
export function reportSeveral({ several = [] }: QuotationsAnswer, messages: Messages): readonly string[] {
  if (several.length === 0) return []
  const names = several
    .slice(0, MOST_NAMES)
    .map(({ name, quotations }) => `${name} (${messages.quotationCount(quotations)})`)
  return [messages.severalSpeakers([...names, ...(several.length > MOST_NAMES ? ['…'] : [])].join(', '))]
}
