/** The question in a message: its text without mentions and what else is Discord's markup for things that are not words. */

/** Mentions of people, roles, channels and commands, emojis of a server, and times. */
const TOKENS = /<(?:@[!&]?\d+|#\d+|\/[^:>]{1,100}:\d+|a?:\w{1,64}:\d+|t:-?\d+(?::\w)?)>/g

/** Empty when nothing but mentions was written. */
export function questionOf(content: string): string {
  return content.replace(TOKENS, ' ').replace(/\s+/g, ' ').trim()
}
