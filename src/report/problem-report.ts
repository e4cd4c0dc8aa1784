/** Why nothing is taken from an address of the web, in the reader's language. */
import type { WebProblem } from '../errors.ts'
import type { Messages } from '../messages/en.ts'
import { toMegabytes } from './refusal-report.ts'

export function reportProblem(problem: WebProblem, { web: { problems } }: Messages): string {
  switch (problem.kind) {
    case 'scheme':
      return problems[problem.kind](problem.scheme)
    case 'too-many-redirects':
    case 'too-many-feeds':
      return problems[problem.kind](problem.most)
    case 'status':
      return problems[problem.kind](problem.status)
    case 'wrong-type':
      return problems[problem.kind](problem.type)
    case 'page-too-large':
      return problems[problem.kind](toMegabytes(problem.mostBytes))
    case 'unknown-packing':
      return problems[problem.kind](problem.encoding)
    case 'too-slow':
      return problems[problem.kind](problem.mostMs / 1_000)
    case 'broken':
      return problems[problem.kind](problem.code)
    case 'unreadable-page':
      return problems[problem.kind](problem.faults.join('; '))
    default:
      return problems[problem.kind]
  }
}
