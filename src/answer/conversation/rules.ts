/** What the rules for lines are made of: words for articles and names, and how a rule reads its groups. */
import type { Act } from './act.ts'

export type Rule = {
  readonly pattern: RegExp
  readonly act: (groups: Readonly<Record<string, string | undefined>>) => Act
}

export const rule = (pattern: string, act: Rule['act']): Rule => ({ pattern: new RegExp(`^${pattern}$`, 'u'), act })

/** What an article is called when it is spoken of. */
export const ARTICLE =
  '(?:article|story|piece|news|text|post|column|page|write-?up|interview|editorial|review|blog|item|coverage)'
/** The same where nothing else in the line can be a report. */
export const REPORT = `(?:${ARTICLE}|report)`
export const THIS = `(?:this|it|that|these|here|(?:this|that|the)(?: whole| full| entire)? (?:${REPORT}|one|thing))`
/** "this", or anything that ends in "article" or goes on behind it: "the Barron's piece on Home Depot". */
export const NAMED = `(?<topic>${THIS}|(?:the |that |this )?.*\\b${REPORT}(?: (?:on|about|of|in|from|by) .+)?)`
export const SUMMARY =
  '(?:summary|summari[sz]e|summing up|gist|jist|recap|(?:main|key|most important|biggest) (?:takeaways?|facts?|things?|findings?|details?|bits?)|bullet ?points?|bullets|overview|main (?:points?|idea|message|story)|key (?:points?|facts?|takeaways?|idea|message)|takeaways?|bottom line|short version|rundown|run down|lowdown|breakdown|highlights|synopsis|outline|essence|nutshell|in short|in brief|in a nutshell|in a sentence|in one sentence)'
export const GIVE =
  '(?:(?:give|tell|show|get|write|make|send|have|need|want|read)(?: me| us)? |(?:what|whats) (?:is|are) )?'
export const SMALL = '(?:(?:a|an|the|your|quick|short|brief|rough|full|one|simple) )*'

export const NAME_WORDS =
  "(?!the |a |an |your |his |her |their |my |this |that |it\\b|in |on |going |to |he\\b|she\\b|they\\b|there\\b|here\\b)[\\p{L}\\p{N}.'&-]+(?: [\\p{L}\\p{N}.'&-]+){0,4}"
export const NAME = `(?<name>${NAME_WORDS}?)`
export const NAME2 = `(?<name2>${NAME_WORDS}?)`
export const OFFER = '(?:(?:are|is) there |do you have |have |got |find |show |list |give |get |read )?(?:me |us )?'
export const SOME =
  '(?:(?:any|some|all|the|(?<best>best|top|favou?rite|most important|strongest|juiciest)|more|a|an|one|every|good|notable|other|direct|key) )*'

export const NO_TOPIC = new RegExp(`^(?:${THIS}|me|us|you|please|this for me|it for me)?$`, 'u')
export const AROUND_TOPIC = new RegExp(
  `^(?:the|that|this|of|on|about|with|for|from) |\\b(?:the )?${REPORT}\\b(?: (?:on|about|of))?|\\b(?:for me|please)\\b`,
  'gu',
)

/** The words that tell which article is meant, without those that only say that it is one. */
export function topicOf(text: string | undefined): string | null {
  if (text === undefined || NO_TOPIC.test(text)) return null
  const topic = text.replace(AROUND_TOPIC, ' ').replace(/\s+/g, ' ').trim()
  return topic === '' || NO_TOPIC.test(topic) ? null : topic
}
