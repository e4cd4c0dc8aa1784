/** Where else the words of a passage are printed, in plain text. Joining the places, and how many fit, is left to renderers. */
import type { Copy } from '../answer/answer.ts'
import type { Messages } from '../messages/en.ts'

/** The places of one degree of likeness; `say` makes a line of as many of them as are shown. */
export type CopiesReport = { readonly places: readonly string[]; readonly say: (places: string) => string }

/** The most alike first. */
const likenesses = ['same', 'nearly', 'part'] as const satisfies readonly Copy['likeness'][]

/** `date` writes a YYYY-MM-DD in the reader's language. */
export function reportCopies(
  copies: readonly Copy[],
  messages: Messages,
  date: (day: string) => string,
): readonly CopiesReport[] {
  return likenesses.flatMap(likeness => {
    const places = copies.filter(copy => copy.likeness === likeness).map(copy => placeOf(copy, messages, date))
    return places.length === 0 ? [] : [{ places, say: messages.alsoIn[likeness] }]
  })
}

function placeOf({ attribution }: Copy, messages: Messages, date: (day: string) => string): string {
  const { headline, outlet, published, paragraph, edition } = attribution
  const parts = [
    headline.trim() === '' ? messages.noHeadline : headline,
    outlet,
    published === null ? null : date(published),
    messages.paragraph(paragraph),
    edition === 'digest' ? messages.digest : null,
  ]
  return parts.filter(part => part !== null).join(' · ')
}
