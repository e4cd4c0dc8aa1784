/** What a line wants of the answer before it: a table of rules like that of `acts.ts`. Every other line that leans on one is a question. */
import { tokenise } from '../check/align.ts'
import { foldLine, plainLine } from './plain-line.ts'

/** `speaker` null is whoever the answer before was about; `words` what they spoke about. */
export type FollowUp =
  | { readonly kind: 'more' }
  | { readonly kind: 'who-said' }
  | { readonly kind: 'who-is' }
  | { readonly kind: 'said-more'; readonly speaker: string | null; readonly words: string | null }

type Rule = {
  readonly pattern: RegExp
  readonly act: (groups: Readonly<Record<string, string | undefined>>) => FollowUp
}
const rule = (pattern: string, act: Rule['act']): Rule => ({ pattern: new RegExp(`^${pattern}$`, 'u'), act })

const PRONOUN =
  '(?:he|she|they|him|her|them|it|the same (?:person|man|woman|guy)|that (?:person|man|woman|guy|speaker))'
const SPEAKER = `(?:${PRONOUN}|(?<speaker>.+?))`
const SAY = '(?:say|said|says|tell|told|claim|claimed|state|stated|add|added|mention|mentioned|talk about)'
const OPENING = '(?:(?:and|but|so|ok|okay|well|then|now|please) )*'
const ABOUT = '(?: (?:about|on|regarding) (?<words>.+))?'
const saidMore: Rule['act'] = ({ speaker, words }) => ({
  kind: 'said-more',
  speaker: speaker ?? null,
  words: words === undefined || /^(?:it|that|this|them)$/.test(words) ? null : words,
})

const RULES: readonly Rule[] = [
  rule(
    `${OPENING}(?:and|go on|go ahead|what is next|read me more|read more|more|some more|even more|tell me more|tell us more|say more|give me more|show me more|show more|continue|carry on|keep going|keep reading|read on|next|next one|anything else|what else|and then|then what|what (?:happened|happens|came|comes) (?:next|then|after(?:wards| that)?)|more (?:details?|info|information|context|please|of (?:this|that|it))|elaborate|expand|(?:can you )?(?:elaborate|expand|continue|go on)(?: on (?:this|that|it))?|what else (?:does (?:it|the (?:article|story|piece)) say|is (?:there|in it|in there)|happened|do you know))(?: (?:about|on) (?:this|that|it))?(?: please| then)?`,
    () => ({ kind: 'more' }),
  ),
  rule(
    `${OPENING}(?:who (?:exactly )?(?:said|says|told(?: (?:them|him|her|us|reporters|you))?|claims?|claimed|stated|wrote|is saying|is (?:being )?quoted|is (?:talking|speaking))(?: (?:that|this|it|so|those words|there|here))?|says who|said by who(?:m)?|according to who(?:m)?|whose (?:words|quote|claim|opinion|view) (?:is|are|was|were) (?:that|this|it|those|these)|who is the (?:speaker|source)(?: (?:of|for) (?:that|this))?|(?:what is )?(?:the |your )?source(?: for that)?)`,
    () => ({ kind: 'who-said' }),
  ),
  rule(
    `${OPENING}(?:who (?:is|was|are|were) (?:he|she|that|they|this|him|her|this (?:person|man|woman|guy)|that (?:person|man|woman|guy)|the speaker|it)|(?:tell me (?:more )?|what do you know |anything )about (?:him|her)|what is (?:his|her) (?:job|role|title|position))(?: again| exactly)?`,
    () => ({ kind: 'who-is' }),
  ),
  rule(`${OPENING}what (?:did|does|do|has|have|had) ${PRONOUN} (?:have to )?${SAY}${ABOUT}`, saidMore),
  rule(
    `${OPENING}what (?:else|more) (?:did|does|do|has|have|had) ${SPEAKER} (?:have to )?${SAY}${ABOUT}(?: to .+)?`,
    saidMore,
  ),
  rule(
    `${OPENING}(?:did|does|do|has|have|had) ${SPEAKER} ${SAY} (?:anything|something|more|any more)(?: else| more)?${ABOUT}`,
    saidMore,
  ),
  rule(
    `${OPENING}(?:any(?:thing)?|(?:show|give)(?: me)?(?: some)?|are there|is there|got)?(?: any)? ?(?:more|other|another|else|further)(?: of)?(?: quotes?| quotations?| words)?(?: (?:from|by|of) ${SPEAKER})${ABOUT}`,
    saidMore,
  ),
  rule(
    `${OPENING}(?:any|(?:show|give)(?: me)?(?: some)?|are there|is there|got)?(?: any)? ?(?:more|other|another|further) (?:quotes?|quotations?)(?: please)?`,
    saidMore,
  ),
]

/** Reads what a line wants of the answer before; null where it wants something of its own. */
export function readFollowUp(line: string): FollowUp | null {
  for (const text of new Set([foldLine(line), plainLine(line)])) {
    for (const { pattern, act } of RULES) {
      const found = pattern.exec(text)
      if (found !== null) return act(found.groups ?? {})
    }
  }
  return null
}

const GOES_ON = /^(?:and|but|so|or|then|also|what about|how about|what else|who else|where else|same for)\b/
const POINTS_BACK =
  /\b(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|that|those|these|this|there|then|one|ones|both|else|same|other|others)\b/
const QUESTION_WORD =
  /^(?:when|why|where|who|how|how many|how much|which|which one|what|at what time|what time|since when|until when|how come|how so|how long|really)(?: (?:exactly|is that|was that|was it|is it))?$/
/** A line of so few telling words says too little to stand by itself; one with a pronoun may have so many. */
const FEW_WORDS = 2
const FEW_WITH_PRONOUN = 4

/** Whether a line cannot be understood without the one before it. */
export function isFollowUp(line: string): boolean {
  // "Is there a bridge" points to nothing.
  const text = foldLine(line).replace(/\b(is|are|was|were) there\b/g, '$1')
  const telling = tellingWords(text).length
  return (
    GOES_ON.test(text) ||
    QUESTION_WORD.test(text) ||
    telling <= FEW_WORDS ||
    (telling <= FEW_WITH_PRONOUN && POINTS_BACK.test(text))
  )
}

/** Whether a line is a question with a name in it and no word that points back, however short: "who is the Kremlin spokesman". */
export function isNamingQuestion(line: string): boolean {
  const text = foldLine(line)
  return asksOn(line) && !GOES_ON.test(text) && !POINTS_BACK.test(text) && /\s\p{Lu}\p{L}/u.test(line)
}

/** Whether a line begins as one that goes on: "and about the bridge?" */
export function goesOn(line: string): boolean {
  return GOES_ON.test(foldLine(line))
}

/** Whether a line asks for more, whatever its punctuation: "and in the city", not "nice one". */
export function asksOn(line: string): boolean {
  return /^(?:and|what|who|where|when|why|how|go on|more|tell me|continue)\b/.test(foldLine(line))
}

export function tellingWords(text: string): string[] {
  return tokenise(text).flatMap(({ content, folded }) => (content && folded.length > 2 ? [folded] : []))
}
