/** Says under a passage who speaks in it: one speaker once, several each at their own words. */
import type { Passage } from '../answer/answer.ts'
import { type Voice, voicesIn } from '../answer/voices.ts'
import { slice } from '../article/article.ts'
import type { Messages } from '../messages/en.ts'

/** How many speakers are named, and how many characters of their words. */
const MOST_VOICES = 5
const LONGEST_WORDS = 48

/** The lines under a passage, plain text; none when it does not say who speaks. */
export function reportVoices(passage: Passage, messages: Messages): readonly string[] {
  const voices = voicesIn(passage.article, passage)
  if (voices.length > 1)
    return voices.slice(0, MOST_VOICES).map(voice => `“${firstWords(passage, voice)}” — ${nameOf(voice, messages)}`)
  const { speaker, description } = passage.attribution
  if (speaker !== null) return [`— ${messages.said(speaker, description)}`]
  // "letter" says too little, "spokeswoman of the union" who spoke.
  const [only] = voices.filter(voice => voice.speaker === null && / /.test(voice.description ?? ''))
  return only === undefined ? [] : [`— ${nameOf(only, messages)}`]
}

function nameOf({ speaker, description }: Voice, messages: Messages): string {
  return speaker === null ? (description ?? '') : messages.said(speaker, description)
}

/** The first words of what somebody says in the passage, cut between words. */
function firstWords({ article, start, end }: Passage, { words }: Voice): string {
  const text = slice(article, { start: Math.max(start, words.start), end: Math.min(end, words.end) }).trim()
  if (text.length <= LONGEST_WORDS) return text
  const cut = text.slice(0, LONGEST_WORDS).replace(/\s+\S*$/, '')
  return `${cut} …`
}
