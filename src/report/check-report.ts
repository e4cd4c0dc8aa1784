/** What a check found, in sentences of plain text: the verdict first, then what differs and whose words they are. Layout is left to renderers. */
import type { CheckAnswer } from '../answer/answer.ts'
import type { Difference } from '../answer/check/differences.ts'
import type { Messages } from '../messages/en.ts'

export type CheckReport = {
  /** The one line that says it all. */
  readonly verdict: string
  /** The differences, weightiest first. */
  readonly differences: readonly string[]
  /** Whose words they are, and what was compared. */
  readonly notes: readonly string[]
}

/** More differences than this are counted rather than listed. */
const DIFFERENCES_LISTED = 12

/** `date` writes a YYYY-MM-DD in the reader's language. */
export function reportCheck(answer: CheckAnswer, messages: Messages, date: (day: string) => string): CheckReport {
  const { differences, articlesSearched, newest, verdict } = answer
  const rest = differences.length - DIFFERENCES_LISTED
  return {
    verdict: verdictLine(answer, messages),
    differences: [
      ...differences.slice(0, DIFFERENCES_LISTED).map(difference => describe(difference, messages)),
      ...(rest > 0 ? [messages.moreDifferences(rest)] : []),
    ],
    notes:
      verdict === 'not-found'
        ? [messages.lookedThrough(articlesSearched, newest === null ? null : date(newest))]
        : [
            ...creditLines(answer, messages),
            ...(answer.isPartOfSentence ? [messages.partOfSentence] : []),
            messages.compared,
          ],
  }
}

/** A right wording with a wrong credit says both in the first line. */
function verdictLine({ verdict, credit, passage, differences }: CheckAnswer, messages: Messages): string {
  const { speaker, speakerFits, claimedSpeaker, claimedOutlet, outletFits } = credit
  if (verdict === 'verbatim' && speakerFits === false && speaker !== null && claimedSpeaker !== null) {
    return messages.verbatimButSpeaker(speaker, claimedSpeaker)
  }
  const outlet = passage?.article.outlet ?? null
  if (verdict === 'verbatim' && outletFits === false && outlet !== null && claimedOutlet !== null) {
    return messages.verbatimButOutlet(outlet, claimedOutlet)
  }
  return verdict === 'verbatim' && differences.length > 0 ? messages.verbatimButMarks : messages.verdicts[verdict]
}

function describe({ kind, weight, claimed, printed, marked }: Difference, messages: Messages): string {
  const said = {
    changed: () => messages.differenceChanged(claimed, printed),
    added: () => messages.differenceAdded(claimed),
    'left-out': () => (marked ? messages.differenceMarked(printed) : messages.differenceLeftOut(printed)),
  }
  return weight === null ? said[kind]() : `${messages.weights[weight]}: ${said[kind]()}`
}

function creditLines({ verdict, credit, passage, quotation }: CheckAnswer, messages: Messages): string[] {
  const { speaker, speakerFits, claimedSpeaker, claimedOutlet, outletFits } = credit
  const outlet = passage?.article.outlet ?? null
  const lines: string[] = []
  if (claimedSpeaker !== null && quotation === null) lines.push(messages.ownWords(claimedSpeaker))
  else if (claimedSpeaker !== null && speaker === null && speakerFits !== true)
    lines.push(messages.speakerUnnamed(claimedSpeaker))
  else if (claimedSpeaker !== null && speaker !== null && speakerFits === false && verdict !== 'verbatim') {
    lines.push(messages.otherSpeaker(speaker, claimedSpeaker))
  }
  // The verdict says it where the words are right, unless it says that somebody else spoke them.
  const isSaid = verdict === 'verbatim' && !(speakerFits === false && speaker !== null && claimedSpeaker !== null)
  if (!isSaid && outletFits === false && outlet !== null && claimedOutlet !== null)
    lines.push(messages.otherOutlet(outlet, claimedOutlet))
  return lines
}
