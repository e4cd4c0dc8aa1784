/** What kind of thing a question asks for, by its question words; which words count as such an answer is left to `evidence.ts`. */

/** Numbers, so that the ranking model can use them. */
export const answerTypes = {
  thing: 0,
  person: 1,
  date: 2,
  place: 3,
  number: 4,
  reason: 5,
  manner: 6,
  yesNo: 7,
} as const
export type AnswerType = (typeof answerTypes)[keyof typeof answerTypes]

/** `head` is the position, among the question's words, of the noun that names what is asked for ("what *city* …"), or -1. */
export type QuestionType = { readonly type: AnswerType; readonly head: number; readonly by: number }

const dateHeads = /^(?:year|years|date|dates|month|day|century|decade|era|period|season|time)$/
const placeHeads =
  /^(?:city|cities|country|countries|state|states|place|location|region|province|town|county|continent|area|district|village|island|neighborhood|street|river|nation|capital)$/
const numberHeads =
  /^(?:number|percentage|percent|amount|population|age|proportion|fraction|rate|distance|height|length|size|price|cost|temperature|speed|quantity|total|ratio)$/
const personHeads =
  /^(?:person|people|man|woman|king|queen|president|author|actor|actress|artist|singer|leader|scientist|philosopher|architect|director|emperor|composer|writer|producer|minister|player|politician|spokesman|spokeswoman|founder|team|band|group|company|organization|name)$/
const measured =
  /^(?:many|much|old|long|far|tall|large|big|high|deep|fast|heavy|wide|often|hot|cold|few|thick|late|early|strong|expensive|likely|populous|small)$/
const auxiliaries = /^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|might|must)$/

/** Reads the type off the question's words, lower-case and in order. */
export function questionType(words: readonly string[]): QuestionType {
  for (let by = 0; by < words.length; by++) {
    const next = words[by + 1] ?? ''
    switch (words[by]) {
      case 'who':
      case 'whom':
      case 'whose':
        return { type: answerTypes.person, head: -1, by }
      case 'when':
        return { type: answerTypes.date, head: -1, by }
      case 'where':
        return { type: answerTypes.place, head: -1, by }
      case 'why':
        return { type: answerTypes.reason, head: -1, by }
      case 'how':
        return measured.test(next)
          ? { type: answerTypes.number, head: /^(?:many|much|few)$/.test(next) ? by + 2 : -1, by }
          : { type: answerTypes.manner, head: -1, by }
      case 'what':
      case 'which':
        return { ...typeOfHead(words, by), by }
    }
  }
  return { type: auxiliaries.test(words[0] ?? '') ? answerTypes.yesNo : answerTypes.thing, head: -1, by: -1 }
}

/** "What year …", "what was the population …": the first noun that tells what is asked for, at most five words on. */
function typeOfHead(words: readonly string[], by: number): { type: AnswerType; head: number } {
  let head = by + 1
  while (
    head < words.length &&
    /^(?:is|are|was|were|the|a|an|of|s|did|does|do|has|have|had|other|type|types|kind|kinds)$/.test(words[head] ?? '')
  )
    head++
  // "What city" and "what large city" ask for the noun; two words are looked at before the first is settled for.
  for (const at of [head, head + 1]) {
    const word = words[at] ?? ''
    if (dateHeads.test(word)) return { type: answerTypes.date, head: at }
    if (placeHeads.test(word)) return { type: answerTypes.place, head: at }
    if (numberHeads.test(word)) return { type: answerTypes.number, head: at }
    if (personHeads.test(word)) return { type: answerTypes.person, head: at }
  }
  return { type: answerTypes.thing, head: head < words.length ? head : -1 }
}
