/** The quotations that a line asks for: whose, about what, or all. Finding them is `quote/`'s. */
import type { Library } from '../../library/library.ts'
import { saidBy, speakerDescribed } from '../../library/speakers.ts'
import type { FoundQuotation, QuotationsAnswer } from '../answer.ts'
import { tokenise } from '../check/align.ts'
import { listQuotations, quote, show } from '../quote/quote.ts'
import type { Act } from './act.ts'
import { quotationsDescribed } from './described-speaker.ts'
import { meantArticle } from './meant-article.ts'
import type { ConverseOptions } from './options.ts'

const MOST_QUOTATIONS = 5
/** A quotation worth remembering says something and can be said again: words. */
const TELLING = { fewest: 8, most: 45 }

type QuotationsAct = Extract<Act, { kind: 'quotations' }>

/** Quotations by whom the line names, about what it names; null where it names a speaker whom no article quotes. `talkedAbout` is looked through first. */
export function quotationsAsked(
  library: Library,
  act: QuotationsAct,
  options: ConverseOptions,
): QuotationsAnswer | null {
  const { speaker, words } = act
  if (speaker === null && words === null) return ofArticle(library, act, options)
  const article = options.article ?? options.talkedAbout ?? null
  const described = speaker === null || words !== null ? null : ofDescribed(library, speaker, article)
  if (described !== null) return act.isBest ? { ...described, quotations: bestFirst(described.quotations) } : described
  const name = speaker === null ? null : speakerMeant(library, speaker)
  if (speaker !== null && name === null) return null
  const asked = { words, speaker: name, only: options.only, limit: MOST_QUOTATIONS }
  const inArticle = quote(library, { ...asked, article })
  const found =
    inArticle.total > 0 || options.article !== null ? inArticle : quote(library, { ...asked, article: null })
  if (found.total === 0) return null
  return act.isBest ? { ...found, quotations: bestFirst(found.quotations) } : found
}

/** What somebody said whom the article talked about names or describes so; null when it does not. */
function ofDescribed(library: Library, speaker: string, slug: string | null): QuotationsAnswer | null {
  const article = slug === null ? undefined : library.articles.get(slug)
  const fitting = article === undefined ? [] : quotationsDescribed(article, speaker)
  if (article === undefined || fitting.length === 0) return null
  return {
    kind: 'quotations',
    words: null,
    speaker,
    quotations: fitting.slice(0, MOST_QUOTATIONS).map(quotation => show({ article, quotation, score: 0 }, null)),
    total: fitting.length,
    articlesSearched: 1,
    similarSpeakers: [],
  }
}

function ofArticle(
  library: Library,
  { topic, isBest }: QuotationsAct,
  options: ConverseOptions,
): QuotationsAnswer | null {
  const meant = meantArticle(library, topic, options)
  if (meant === null) return null
  const all = listQuotations(library, meant.article.slug)
  const named = [...all].sort((a, b) => Number(b.quotation.speaker !== null) - Number(a.quotation.speaker !== null))
  return {
    kind: 'quotations',
    words: null,
    speaker: null,
    quotations: (isBest ? bestFirst(named) : named).slice(0, MOST_QUOTATIONS),
    total: all.length,
    articlesSearched: 1,
    similarSpeakers: [],
    meant,
  }
}

/** Those by somebody named that say something whole come first, the longest before the others. */
function bestFirst(quotations: readonly FoundQuotation[]): readonly FoundQuotation[] {
  const worth = ({ quotation, passage }: FoundQuotation): number => {
    const words = quotation.parts.flatMap(({ start, end }) => tokenise(passage.article.body, start, end)).length
    if (quotation.speaker === null || words < TELLING.fewest) return 0
    return words > TELLING.most ? TELLING.fewest : words
  }
  return [...quotations].sort((a, b) => worth(b) - worth(a))
}

/** "that amnesty guy luther" means Luther: the words as a name or a description, else the last of them that is a speaker's. */
export function speakerMeant(library: Library, typed: string): string | null {
  const words = typed.replace(/^(?:the|that|this|a|an) /, '').split(' ')
  const whole = words.join(' ')
  if (saidBy(library, whole).length > 0) return whole
  const described = speakerDescribed(library, whole)
  if (described !== null) return described
  const names = words.filter(word => word.length > 3 && saidBy(library, word).length > 0)
  return names.at(-1) ?? null
}
