/** Which article an answer took, where it was printed, and a menu of those that could have been meant instead. */

import type { Chosen } from '../../../answer/answer.ts'
import { nameArticle } from '../../../answer/revisit.ts'
import type { Article } from '../../../article/article.ts'
import { reportChosen } from '../../../report/conversation-report.ts'
import type { View } from '../../custom-id.ts'
import { SELECT_TEXT } from '../../limits.ts'
import { escapeWithin } from './cut.ts'
import { type Frame, formatDate, headlineLine } from './frame.ts'
import { menu } from './layout.ts'

const LINE_TEXT = 300

/** Says that the newest article was taken; nothing where one was named. */
export function chosenLines(chosen: Chosen | null, article: Article | null, frame: Frame): readonly string[] {
  return reportChosen(chosen, article, frame.messages).map(line => `-# ${escapeWithin(line, LINE_TEXT)}`)
}

/** The same question of another article; null where there is none. */
export function othersMenu(others: readonly Article[], view: View, frame: Frame): ReturnType<typeof menu> {
  const options = new Map(
    others.map(article => {
      const { headline, outlet, published } = article
      const label = shortened(headline.trim() === '' ? frame.messages.noHeadline : headline)
      const printed = [outlet, published === null ? null : formatDate(published, frame.locale)]
      const description = shortened(printed.filter(part => part !== null).join(' · '))
      const value = nameArticle(article)
      return [value, { label, value, ...(description === '' ? {} : { description }) }]
    }),
  )
  return menu(frame.messages.conversation.otherArticles, { verb: 'other', asker: frame.asker, view }, [
    ...options.values(),
  ])
}

function shortened(text: string): string {
  return text.length <= SELECT_TEXT ? text : `${text.slice(0, SELECT_TEXT - 1).replace(/\s+\S*$/, '')}…`
}

/** Who printed the article and when, without a place in it. */
export function sourceLines(
  { headline, outlet, byline, dateline, published, edition }: Article,
  { messages, locale }: Frame,
): string {
  const printed = [outlet, byline, dateline, published === null ? null : formatDate(published, locale)]
    .filter(part => part !== null)
    .map(part => escapeWithin(part, LINE_TEXT))
  return [
    headlineLine(headline, messages),
    [...printed, ...(edition === 'digest' ? [messages.digest] : [])].join(' · '),
  ]
    .filter(line => line !== '')
    .join('\n')
}
