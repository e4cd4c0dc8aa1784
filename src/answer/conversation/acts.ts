/** What somebody wants with a line: tables of rules, read from top to bottom. A line that no rule takes whole is a question. */
import type { Act } from './act.ts'
import { ARTICLE_RULES } from './article-rules.ts'
import { MANNERS } from './manners-rules.ts'
import { PEOPLE_RULES } from './people-rules.ts'
import { foldLine, plainLine } from './plain-line.ts'
import type { Rule } from './rules.ts'

const RULES: readonly Rule[] = [...ARTICLE_RULES, ...PEOPLE_RULES]

/** Reads what a line asks for. The language is English; other lines are questions. */
export function readAct(line: string): Act {
  return match(MANNERS, foldLine(line)) ?? match(RULES, plainLine(line)) ?? { kind: 'question' }
}

function match(rules: readonly Rule[], text: string): Act | null {
  for (const { pattern, act } of rules) {
    const found = pattern.exec(text)
    if (found !== null) return act(found.groups ?? {})
  }
  return null
}
