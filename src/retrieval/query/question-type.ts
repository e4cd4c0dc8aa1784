/** What kind of thing a question asks for, by its question words; which words count as such an answer is left to `evidence.ts`. */

import { nounClass } from './wordnet.ts'

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
  age: 8,
} as const
export type AnswerType = (typeof answerTypes)[keyof typeof answerTypes]

/** `head` is the position, among the question's words, of the noun that names what is asked for ("what *city* …"), or -1. */
export type QuestionType = {
  readonly type: AnswerType
  readonly head: number
  /** The position of the question word, or -1. */
  readonly by: number
  /** The type more finely: by the question word, and what "what" and "which" ask for by the class of the noun ("what10"). */
  readonly form: string
}

type Read = Omit<QuestionType, 'form'>

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
  const read = readType(words)
  return { ...read, form: formOf(words, read) }
}

function formOf(words: readonly string[], { type, head, by }: Read): string {
  const next = words[by + 1] ?? ''
  if (type === answerTypes.number) {
    if (/^(?:many|few)$/.test(next)) return 'howMany'
    return next === 'much' ? 'howMuch' : head < 0 ? 'howLong' : 'whatNumber'
  }
  if (type === answerTypes.age) return 'age'
  if (type === answerTypes.person) return head < 0 ? 'who' : 'whatPerson'
  if (type === answerTypes.date) return head < 0 ? 'when' : 'whatDate'
  if (type === answerTypes.place) return head < 0 ? 'where' : 'whatPlace'
  if (type !== answerTypes.thing || by < 0) return `type${type}`
  const kind = head < 0 ? -1 : nounClass(words[head] ?? '')
  if (be.test(next)) return kind < 0 ? 'whatIs' : `what${kind}`
  if (auxiliaries.test(next)) return 'whatDo'
  return kind < 0 ? 'whatThing' : `what${kind}`
}

function readType(words: readonly string[]): Read {
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
        if (next === 'old' && be.test(words[by + 2] ?? '')) return { type: answerTypes.age, head: -1, by }
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

const be = /^(?:is|are|was|were)$/
const skipped =
  /^(?:is|are|was|were|the|a|an|of|s|did|does|do|has|have|had|other|type|types|kind|kinds|sort|sorts|form|forms|one|some|name|names|number)$/
const phraseEnd = /^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|might|must|of)$/

/** "What year …", "what was the population …", "which school principal did …": the noun that tells what is asked for. */
function typeOfHead(words: readonly string[], by: number): { type: AnswerType; head: number } {
  let first = by + 1
  while (first < words.length && skipped.test(words[first] ?? '')) first++
  // "What city" and "what large city" ask for the noun; two words are looked at before the first is settled for.
  for (const at of [first, first + 1]) {
    const type = listedType(words[at] ?? '')
    if (type !== undefined) return { type, head: at }
  }
  const head = headOf(words, first)
  return head < 0
    ? { type: answerTypes.thing, head }
    : { type: listedType(words[head] ?? '') ?? classType(words[head] ?? ''), head }
}

/** The last word of a phrase that an auxiliary or "of" ends; else its first. */
function headOf(words: readonly string[], first: number): number {
  if (first >= words.length) return -1
  for (let at = first + 1; at <= first + 3; at++) if (phraseEnd.test(words[at] ?? '')) return at - 1
  return first
}

function listedType(word: string): AnswerType | undefined {
  if (dateHeads.test(word)) return answerTypes.date
  if (placeHeads.test(word)) return answerTypes.place
  if (numberHeads.test(word)) return answerTypes.number
  return personHeads.test(word) ? answerTypes.person : undefined
}

const typesOfClasses: ReadonlyMap<number, AnswerType> = new Map([
  [18, answerTypes.person],
  [15, answerTypes.place],
  [28, answerTypes.date],
])

function classType(word: string): AnswerType {
  return typesOfClasses.get(nounClass(word)) ?? answerTypes.thing
}
