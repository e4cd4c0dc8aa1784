/** A citation as one line to be copied: the sentence to the letter, and all that is known of where it was printed. */
import type { Passage } from '../answer/answer.ts'
import type { Messages } from '../messages/en.ts'

export function citationLine({ article, sentence, attribution }: Passage, messages: Messages): string {
  const { headline, outlet, byline, published, dateline, edition, paragraph, url } = attribution
  const words = article.body.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
  const printed = [
    byline,
    `“${headline}”`,
    outlet,
    dateline,
    published,
    messages.paragraph(paragraph),
    edition === 'digest' ? messages.digest : null,
    url,
  ]
  return `“${words}” — ${printed.filter(part => part !== null).join(', ')}`
}
