/** Finds whom of an article's speakers a description means: "the prosecutor", "that amnesty guy", "her lawyer". */
import type { Article } from '../../article/article.ts'
import type { Quotation } from '../../article/quotation.ts'
import { fold } from '../../library/lookup/find-article.ts'
import { quotationsOf } from '../../library/quotations-of.ts'

/** Words that people say for what an article calls otherwise. */
const ALSO = new Map(
  `prosecutor attorney;lawyer attorney;boss chief ceo head director president;chief head ceo director;cop police officer;police officer sheriff;
doctor dr surgeon physician;doc dr doctor;mom mother;mum mother;dad father;professor prof;prof professor;scientist researcher professor physicist
astronomer biologist author;researcher scientist professor author;expert analyst professor scientist researcher;spokesperson spokesman spokeswoman;
spokesman spokesperson spokeswoman;spokeswoman spokesperson spokesman;politician senator minister representative mp rep sen;congressman rep
representative;congresswoman rep representative;senator sen;governor gov;minister secretary;ceo chief executive;coach manager;reporter journalist`
    .replace(/\n/g, ' ')
    .split(';')
    .map(line => {
      const [word = '', ...others] = line.trim().split(' ')
      return [word, others]
    }),
)

const NOT_TELLING = new Set(
  'the that this a an guy man woman person dude lady one of their his her its and or s'.split(' '),
)
const BEHIND = /\s+(?:in|at|from|with|who|that|on)\s+.*$/

/** The quotations of those whom the article names or describes by all of the words; none when nobody fits. */
export function quotationsDescribed(article: Article, typed: string): readonly Quotation[] {
  const [whole, first] = [wordsOf(typed), wordsOf(typed.replace(BEHIND, ''))]
  const exactly = quotationsOf(article).filter(quotation => fits(quotation, whole))
  return exactly.length > 0 ? exactly : quotationsOf(article).filter(quotation => fits(quotation, first))
}

function fits({ speaker, description }: Quotation, wanted: readonly string[]): boolean {
  const known = wordsOf(`${speaker ?? ''} ${description ?? ''}`)
  return (
    wanted.length > 0 &&
    wanted.every(word => [word, ...(ALSO.get(word) ?? [])].some(one => known.some(other => isForm(one, other))))
  )
}

function wordsOf(text: string): readonly string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !NOT_TELLING.has(word))
}

/** Whether one word is the other or its plural. */
function isForm(a: string, b: string): boolean {
  return a === b || `${a}s` === b || a === `${b}s`
}
