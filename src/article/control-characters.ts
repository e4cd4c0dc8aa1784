/**
 * Characters that steer what shows a text rather than stand in it: controls and bidirectional embeddings, overrides and isolates
 * (Unicode Bidirectional Algorithm, UAX #9). Where a text is shown is left to the others.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
// The marks U+061C, U+200E and U+200F turn nothing but themselves: a text keeps them, a name does without.
const direction = /[\u202a-\u202e\u2066-\u2069]/g
const directionOrMark = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const rawInJson = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** A text as a terminal may show it: U+FFFD for each control character but tabs and line ends, and for each that turns the direction. */
export function withoutControls(text: string): string {
  return text.replace(control, '\ufffd').replace(direction, '\ufffd')
}

/** A name or title, which is shown among the bot's own words, without anything that could turn those round. */
export function asName(text: string): string {
  return text.replace(directionOrMark, '').replace(control, ' ').replace(/\s+/g, ' ').trim()
}

/** JSON with escapes for what JSON itself leaves raw: DEL, the C1 controls, and what turns the direction. It means the same. */
export function escapeJson(json: string): string {
  return json.replace(rawInJson, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** JSON whose reader shows its texts raw: each control stands in them as a visible escape (`\u001b`). Line ends and tabs stay. */
export function escapeJsonTwice(json: string): string {
  return escapeJson(json).replace(/\\(?:u(?:00[0189][0-9a-f]|007f|202[a-e]|206[6-9])|[^u])/g, written =>
    /^\\[nt"\\/]$/.test(written) ? written : `\\${written}`,
  )
}
