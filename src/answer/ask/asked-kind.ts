/** Whether a passage has the kind of thing that is asked for, where that can be told: a sum of money, a number of something, somebody's words. */
import { closeWords } from '../../retrieval/query/related.ts'
import { analyserFor } from '../../retrieval/text/analyse.ts'

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.,-]*[\p{L}\p{N}])?/gu
const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|' +
  'thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|scores|half|quarter|third|' +
  'both|pair|couple|single|several|few|handful|most|everyone|everybody|no|none|nobody|zero|first|second|fourth|fifth'
const NUMBER = new RegExp(`^(?:\\p{N}.*|(?:${NUMBER_WORDS})(?:-.*)?)$`, 'iu')

const COUNTED = /\bhow many\s+(?<counted>.+)$/iu
/** Where the words end that say what is to be counted. */
const COUNTED_END =
  /\b(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|should|might|may|must|in|of|at|on|from|to|for|with|by|per|about|that|who|which|there|n['’]t|[a-z]+n['’]t)\b|(?<=\s)[a-z]{3,}ed\b|[?!.,;]/iu
/** Of these an article may speak by other names: "ten tourists", "thrice". */
const ANYTHING = /\b(?:people|persons?|folks|times|things|ones|others|ways|kinds|types|sorts|more)\b/iu

const MONEY_ASKED =
  /\bhow (?:much|many)\b(?!\s+(?:time|longer|faster|quicker|bigger|more|water)\b).*\b(?:costs?|costing|paid|pay|pays|paying|spend|spends|spent|spending|earn|earns|earned|money|worth|price|salary|fined?|funding|budget|dollars|bucks)\b|\bwhat(?:['’]?s| is| was| were)? (?:the )?(?:price|salary|cost|pay)\b(?! (?:cuts?|difference|rises?|war))/iu
const MONEY =
  /[$£€¥₹]\s*\p{N}|\p{N}[\p{N}.,]*\s*(?:[$£€¥₹]|(?:hundred|thousand|million|billion|trillion|lakh|crore|bn|mn?|k)?\s*(?:\p{L}+ )?(?:dollars?|pounds?|euros?|rupees?|yen|yuan|francs?|roubles?|rubles?|cents?|pence|usd|eur|gbp)\b)|\b(?:rs|eur|usd|gbp|us)\.?\s*\p{N}|\b(?:dollars?|pounds?|euros?|rupees?|free|nothing|tax-free|unpaid|lakh|crore)\b/iu

/** "What did … say", "how did … react": answered by a quotation. */
const WORDS_ASKED =
  /\b(?:what|how|why) (?:did|does|do|has|have|had|was|were|is) .{2,60}? (?:say|said|saying|tell|told|respond|react|comment|explain|describe)\b|\b(?:reaction|response|comment|statement|quote)s? (?:of|from|by)\b/iu
const QUOTED = /[“”"‘«»„]/u

/**
 * Whether `question` asks for an amount or for words that `passage` has none of; false for every other question. Of the questions about
 * news that no article answers these are one in four, of those that the passage answers one in sixty.
 */
export function lacksAskedKind(question: string, passage: string): boolean {
  if (MONEY_ASKED.test(question) && !MONEY.test(passage)) return true
  if (WORDS_ASKED.test(question) && !QUOTED.test(passage)) return true
  const rest = COUNTED.exec(question)?.groups?.counted
  return rest !== undefined && !counts(passage, countedIn(rest), question)
}

/** The terms of what is to be counted, and of words of about the same meaning; null where it goes by any name. */
function countedIn(rest: string): ReadonlySet<string> | null {
  const counted = rest.split(COUNTED_END, 1)[0] ?? ''
  const words = counted.match(WORD) ?? []
  if (words.length === 0 || ANYTHING.test(counted)) return null
  const { analyse } = analyserFor('en')
  const near = words.flatMap(word => [word, ...closeWords(word).map(other => other.word)])
  return new Set(near.map(word => analyse(word).term))
}

/** How many words may stand between a number and what it counts. */
const BEHIND = 8
const BEFORE = 4

/** Whether a number that is none of the question's stands beside one of the terms. */
function counts(passage: string, counted: ReadonlySet<string> | null, question: string): boolean {
  const { analyse } = analyserFor('en')
  const asked = new Set((question.match(WORD) ?? []).map(word => word.toLowerCase()))
  const words = passage.match(WORD) ?? []
  return words.some((word, place) => {
    if (!NUMBER.test(word) || asked.has(word.toLowerCase())) return false
    if (counted === null) return true
    const beside = words.slice(Math.max(0, place - BEFORE), place + BEHIND)
    return beside.some(other => other.split('-').some(part => counted.has(analyse(part).term)))
  })
}
