/** Makes a line that leans on an earlier question understandable by itself: "and in Lenn?", "when?", "did she?". Words only; answering is `follow-up.ts`'s. */

/** What a line may lean on: the question before, as it was understood, and whom that was about. */
export type Earlier = {
  readonly question: string
  readonly person: { readonly name: string; readonly gender: 'male' | 'female' | null } | null
}

/** `readAs` is said to people, `query` is searched; `own` are the words that the line itself asks for. */
export type Resolved = { readonly readAs: string; readonly query: string; readonly own: string | null }

const STRAY =
  /^(?:(?:and|but|so|or|then|also|ok|okay|well|right|hm+|oh|cool|great|nice|thanks|thank you|interesting|wow|wait|now|yes|no|please)\b[ ,.!–-]*)+(?=\S)/i
const INSTEAD = /^(?:what|how) about\s+|^(?:same|the same) (?:for|with|about)\s+/i
const AUXILIARY = '(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might)'
const ASKING =
  '(?:who|whom|whose|what|when|where|why|how(?: (?:many|much|long|old|far|big|often|heavy|high|large|tall|fast))?|which|at what time|since when)'
const QUESTION = new RegExp(`^(?:(?:at|in|on|since|until|from|to|by|for|of) )?(?:${ASKING}|${AUXILIARY})\\b`, 'i')
/** "why?", "where was that?", "how many exactly?" */
const BARE = new RegExp(
  `^((?:(?:at|in|on|since|until|from|to|by|for) )?(?:${ASKING}|(?:what|which) (?:time|day|date|year|month|place|city|country|reason))(?: come| so)?)(?: (?:exactly|precisely))?(?: (?:is|was|were|are|did) (?:that|this|it|those)(?: happen)?)?(?: (?:exactly|then|though))?$`,
  'i',
)
const PREPOSITION =
  '(?:in|at|on|near|about|for|from|by|with|during|after|before|to|against|among|since|outside|inside|under|over)'
const PLACING = /^(?:in|at|near|outside|inside|from)$/i
const SMALL = '(?:(?:the|a|an|more|many|most|all|some|any|his|her|their|its|these|those|other) )*'

/** One question out of two. */
export function resolve(line: string, earlier: Earlier): Resolved {
  const later = withoutStray(line)
  const before = trim(withoutAside(earlier.question))
  if (before === '') return asItIs(later)
  const bare = BARE.exec(later)
  if (bare !== null) return askedOf(bare[1] ?? later, before)
  const fragment = later.replace(INSTEAD, '')
  if (fragment !== later || !QUESTION.test(later)) return inPlace(fragment, before)
  const named = withPerson(later, earlier.person)
  return {
    readAs: named === later ? `${later} (${before})?` : `${named}?`,
    query: `${named}, ${contentOf(before)}`,
    own: named,
  }
}

/** The line without what only opens it, and without the marks at its end. */
export function withoutStray(line: string): string {
  return trim(trim(line).replace(STRAY, ''))
}

function trim(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[?!.,;:\s]+$/, '')
}

/** What `resolve` put behind a question in brackets is not carried on. */
export function withoutAside(question: string): string {
  return question.replace(/ \([^()]*\)(?=\?*$)/, '')
}

/** The question that "go on (…)" and the like go back to. */
export function unwrap(question: string): string {
  return /^(?:go on|who said it\?) \((.*)\)\?*$/i.exec(question)?.[1] ?? question
}

function asItIs(later: string): Resolved {
  return { readAs: `${later}?`, query: later, own: later }
}

/** The words of a question that do not only ask. */
export function contentOf(question: string): string {
  return question.replace(
    new RegExp(`^(?:${ASKING})(?:'s|'d|s)?\\b(?: ${AUXILIARY}\\b)?\\s*|^${AUXILIARY}\\s+`, 'i'),
    '',
  )
}

/** Another question word for the same question: "when", "Where did the aircraft land" make "when did the aircraft land". */
function askedOf(word: string, before: string): Resolved {
  const counted = new RegExp(`^how (?:many|much) (.+?) (${AUXILIARY}) (.+)$`, 'i').exec(before)
  if (counted !== null) {
    const [, noun = '', auxiliary = '', rest = ''] = counted
    const isActive = /^(?:did|do|does)$/i.test(auxiliary)
    return whole(isActive ? `${word} ${auxiliary} ${rest} ${noun}` : `${word} ${auxiliary} ${noun} ${rest}`, null)
  }
  const asked = new RegExp(`^(?:(?:at|in|on|since|from) )?${ASKING}(?: \\p{L}+)?? (${AUXILIARY} .+)$`, 'iu').exec(
    before,
  )
  const clause = asked?.[1] ?? (new RegExp(`^${AUXILIARY} `, 'i').test(before) ? before : null)
  if (clause !== null) return whole(`${word} ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`, null)
  return { readAs: `${word}? (${before})`, query: `${word} ${contentOf(before)}`, own: null }
}

function whole(question: string, own: string | null): Resolved {
  return { readAs: `${question}?`, query: question, own }
}

/** The earlier question with `fragment` in the place of what it is another of: a place for a place, a subject for a subject. */
function inPlace(fragment: string, before: string): Resolved {
  const placed = new RegExp(`^(?:(?:the )?(?:ones?|that|those) )?(${PREPOSITION}) (.+)$`, 'i').exec(fragment)
  const replaced =
    placed === null ? otherSubject(fragment, before) : otherPlace(placed[1] ?? '', placed[2] ?? '', before)
  return replaced === null
    ? { readAs: `${before} – and ${fragment}?`, query: `${before}, ${fragment}`, own: fragment }
    : whole(replaced, fragment)
}

function otherPlace(preposition: string, place: string, before: string): string | null {
  const same = PLACING.test(preposition) ? '(?:in|at|near|outside|inside|from)' : preposition
  const last = new RegExp(
    `^(.*) ${same} (?:(?!\\b${PREPOSITION}\\b|\\bwhen\\b|,).)+?(?= ${PREPOSITION}\\b|$)(.*)$`,
    'i',
  ).exec(before)
  return last === null ? null : `${last[1] ?? ''} ${preposition} ${place}${last[2] ?? ''}`
}

/** Only behind "did", "was" and the like stands a subject that words alone tell: a name, or one word. */
function otherSubject(fragment: string, before: string): string | null {
  const asked = /^((?:who|what|where|when) (?:is|are|was|were)|who['’]?s|what['’]?s) [^,]+$/i.exec(before)
  if (asked !== null && before.split(' ').length <= 5) return `${asked[1] ?? ''} ${fragment}`
  if (fragment.split(' ').length > 4 || /^(?:how (?:many|much)|which|whose)\b/i.test(before)) return null
  const found = new RegExp(
    `^((?:${ASKING} )?(?:${AUXILIARY}) )(${SMALL})((?:\\p{Lu}[\\p{L}\\p{N}.'’-]*(?: \\p{Lu}[\\p{L}\\p{N}.'’-]*)*)|\\p{Ll}[\\p{L}'’-]*)( .+)$`,
    'u',
  ).exec(before.charAt(0).toLowerCase() + before.slice(1))
  if (found === null) return null
  const [, opening = '', , , rest = ''] = found
  return `${opening}${fragment}${rest}`
}

/** "he", "her" and "his" as the person they stand for; unchanged when nobody is known, or one whom the words do not fit. */
function withPerson(line: string, person: Earlier['person']): string {
  if (person === null) return line
  const { name, gender } = person
  const owner = /s$/i.test(name) ? `${name}’` : `${name}’s`
  const he = gender === 'female' ? 'she' : gender === 'male' ? 'he' : '(?:he|she)'
  const him = gender === 'female' ? 'her' : gender === 'male' ? 'him' : '(?:him|her)'
  const his = gender === 'female' ? 'hers?' : gender === 'male' ? 'his' : '(?:his|hers?)'
  return line
    .replace(new RegExp(`\\b${he}['’]s\\b`, 'gi'), `${name} is`)
    .replace(new RegExp(`\\b${he}\\b`, 'gi'), name)
    .replace(
      new RegExp(`\\b${his}(?= (?!(?:in|on|at|to|for|from|about|with|now|then|and|or|when|by)\\b)\\p{L})`, 'giu'),
      owner,
    )
    .replace(new RegExp(`\\b${him}\\b`, 'gi'), name)
}
