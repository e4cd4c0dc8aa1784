/** What commands return: plain data with positions into articles, from which Discord messages, terminal text and JSON are rendered. */
import type { Article, Span } from '../article/article.ts'
import type { Quotation } from '../article/quotation.ts'
import type { ReadingProgress, WebProblem } from '../errors.ts'
import type { ArticleFilter } from '../library/lookup/article-filter.ts'
import type { Attribution } from './attribution.ts'
import type { Difference } from './check/differences.ts'

/** One stretch of one article's body, shown as it was printed: `slice(article, passage)`. */
export type Passage = Span & {
  /** Stable across restarts and re-indexing, while article and sentence stay the same; see `passage-id.ts`. */
  readonly id: string
  readonly article: Article
  /** 1-based number of the paragraph that holds the matched sentence. */
  readonly paragraph: number
  /** The sentence that matched best; inside the passage. */
  readonly sentence: Span
  /** The words that matched, in order, to be marked; inside the passage. */
  readonly matches: readonly Span[]
  /** The ranker's score; comparable within one answer only. */
  readonly score: number
  /** When asked for: how the score came about; the values add up to it. Null otherwise. */
  readonly explanation: Explanation | null
  readonly attribution: Attribution
  /** Where else the same words are printed, or nearly the same; such copies are not shown as passages of their own. */
  readonly copies: readonly Copy[]
}

/** Another place of a passage's sentence, or of a quotation's words. */
export type Copy = {
  readonly article: Article
  readonly attribution: Attribution
  /** The sentence as it stands there, or the parts of the quotation. */
  readonly printed: readonly Span[]
  /**
   * `same`: word for word, as `/check` compares; `nearly`: with differences that change nothing in what is said; `part`: fewer of a
   * quotation's words, without a gap.
   */
  readonly likeness: 'same' | 'nearly' | 'part'
}

export type Explanation = readonly { readonly part: string; readonly value: number }[]

/** What `ask` did to the question before it searched, to be said in the answer. */
export type QuestionReading = {
  readonly corrected: readonly { readonly from: string; readonly to: string }[]
  /** Words also looked for, such as `detained` for `arrested`. */
  readonly added: readonly { readonly word: string; readonly because: string }[]
  /** Words of the question that no article has, as typed. */
  readonly absent: readonly string[]
}

export type PassagesAnswer = {
  readonly kind: 'found' | 'nearest' | 'nothing-found'
  readonly question: string
  /** Best first. Empty for `nothing-found`. For `nearest` they are near misses and must be shown as such. */
  readonly passages: readonly Passage[]
  readonly reading: QuestionReading
  /**
   * Names, numbers and content words of the question, as typed, that neither the first passage accounts for nor what stands around it:
   * its paragraph, its neighbours, the headline, dateline, outlet and byline.
   */
  readonly uncovered: readonly string[]
  /** 0 to 1: how likely the first passage answers the question. */
  readonly confidence: number
  /** How many articles were looked through. */
  readonly articlesSearched: number
  /** How a line was understood that goes on from an earlier one; null for a question of its own. */
  readonly readAs: string | null
  /** True when more of an article was asked for that has no more. */
  readonly hasEnded?: true
  /** The topic of which was asked whether it is mentioned; missing for other questions. */
  readonly mention?: string
  /** Where nothing was found: questions that are answered. */
  readonly instead?: readonly string[]
  /** What the articles were limited to; missing when to nothing. */
  readonly only?: ArticleFilter
}

/** A quotation as it is shown: the words, their speaker, and the passage around them. */
export type FoundQuotation = { readonly quotation: Quotation; readonly passage: Passage }

export type QuotationsAnswer = {
  readonly kind: 'quotations'
  readonly words: string | null
  readonly speaker: string | null
  readonly quotations: readonly FoundQuotation[]
  /** How many fit in all; `quotations` may hold fewer. */
  readonly total: number
  readonly articlesSearched: number
  /** When nothing fits: speakers whose names come near the one asked for. */
  readonly similarSpeakers: readonly string[]
  /** Where the name asked for is that of several people: each of them, with the number of their quotations. */
  readonly several?: readonly { readonly name: string; readonly quotations: number }[]
  /** Where nothing fits: questions that are answered. */
  readonly instead?: readonly string[]
  /** How a line was understood that leans on an earlier one; missing when it stood by itself. */
  readonly readAs?: string
  /** The article whose quotations these are, where all of one's were asked for. */
  readonly meant?: Meant
  /** What the articles were limited to; missing when to nothing. */
  readonly only?: ArticleFilter
}

export type ArticlesAnswer = { readonly kind: 'articles'; readonly articles: readonly Article[] }

export type ArticleAnswer = {
  readonly kind: 'article'
  readonly article: Article
  /** The sentences that say most about the article, in the order of the text. */
  readonly keySentences: readonly Passage[]
  readonly speakers: readonly { readonly name: string; readonly quotations: number }[]
}

/** Why an article is taken: the line names it, there is no other, or it is the newest of several. */
export type Chosen = 'named' | 'only' | 'newest'

/** The article that was taken, and why; the `others` that could have been meant where nobody named one, newest first. */
export type Meant = { readonly article: Article; readonly chosen: Chosen; readonly others: readonly Article[] }

/** A sentence shown again by its id. */
export type CitationAnswer = {
  readonly kind: 'citation'
  readonly id: string
  readonly article: Article
  /** The sentence as it stands in the article; where it stands there no longer, the one that comes nearest, if any does. */
  readonly passage: Passage | null
  /** What it said when it was cited; null while the article still says so, or where that is not known any more. */
  readonly former: string | null
}

/** What an article is about, in its own sentences. */
export type AboutAnswer = Meant & {
  readonly kind: 'about'
  /** The sentences that carry the article, in its order. */
  readonly passages: readonly Passage[]
  /** How many sentences the article has. */
  readonly sentences: number
}

/** What is known of where an article comes from. */
export type AttributionAnswer = Meant & {
  readonly kind: 'attribution'
  /** What was asked for, to be said first; the rest follows. */
  readonly asked: readonly ('headline' | 'outlet' | 'byline' | 'published' | 'dateline' | 'url')[]
}

/** Somebody who is quoted or named in an article. */
export type PersonInArticle = {
  readonly name: string
  readonly description: string | null
  readonly quotations: number
  /** A sentence that quotes them, by name where there is one; else the first that names them. */
  readonly passage: Passage
}

/** Who somebody is, or who is in an article. */
export type PeopleAnswer = {
  readonly kind: 'people'
  /** The person asked for; null when all are. */
  readonly name: string | null
  /** Null when the person was looked for in all articles. */
  readonly article: Article | null
  readonly chosen: Chosen | null
  readonly others: readonly Article[]
  /** Who is listed: whoever is quoted, whoever is named, or bodies such as companies. */
  readonly which: 'quoted' | 'named' | 'bodies'
  readonly people: readonly PersonInArticle[]
  /** How many there are in all; `people` may hold fewer. */
  readonly total: number
  /** How a line was understood that leans on an earlier one; missing when it stood by itself. */
  readonly readAs?: string
  /** Sentences that say who the person is, best first. */
  readonly passages: readonly Passage[]
}

/** A friendly line, and what can be asked. */
export type MannersAnswer = {
  readonly kind: 'manners'
  readonly manner: 'hello' | 'thanks' | 'sorry' | 'bye' | 'help' | 'machine' | 'insult'
  readonly examples: readonly string[]
}

/** How fresh a feed is. */
export type FeedState = {
  readonly title: string
  readonly checkedAt: Date | null
  readonly newestAt: Date | null
  /** What is wrong since when; null when nothing is. */
  readonly failing: { readonly since: Date; readonly problem: WebProblem } | null
}

/** The feeds that a server follows, and of those that all share how many there are, and how many cannot be read. */
export type FeedsState = {
  readonly own: readonly FeedState[]
  readonly shared: number
  readonly sharedFailing: number
}

export type HelpAnswer = {
  readonly kind: 'help'
  readonly feeds: FeedsState
  readonly version: string
  readonly articles: number
  readonly sentences: number
  /** Questions that the present corpus answers. */
  readonly examples: readonly string[]
  /** When the corpus was last read. */
  readonly updatedAt: Date
  /** Whether the server counts words that no article has. */
  readonly countsGaps: boolean
}

/** Whom a claim credits, and whom the print does; a part that is not claimed or not known is null, and then nothing is said of it. */
export type Credit = {
  readonly claimedSpeaker: string | null
  readonly claimedOutlet: string | null
  /** The printed speaker; null also where the words are the article's own. */
  readonly speaker: string | null
  readonly speakerFits: boolean | null
  readonly outletFits: boolean | null
}

export type CheckAnswer = {
  readonly kind: 'check'
  /** The words that were checked, as claimed. */
  readonly claimed: string
  /** `not-found` never means that nobody said it: only that these articles have not printed it. */
  readonly verdict: 'verbatim' | 'shortened' | 'spliced' | 'altered' | 'not-found'
  /** Weightiest first. Punctuation alone for `verbatim`; empty for `spliced` and `not-found`. */
  readonly differences: readonly Difference[]
  /** Where the words stand; for `not-found` the nearest sentence, a near miss; null when nothing comes near. */
  readonly passage: Passage | null
  /** The printed words that were compared; several where "he said" breaks them. Empty for `not-found`. */
  readonly printed: readonly Span[]
  /** The quotation that the printed words belong to; null where they are the article's own. */
  readonly quotation: Quotation | null
  /** Where the other half of a spliced claim stands; null for other verdicts. */
  readonly spliced: { readonly passage: Passage; readonly printed: readonly Span[] } | null
  /** True when the claim, untouched or shortened, leaves out words before or after it that belong to the same printed sentence. */
  readonly isPartOfSentence: boolean
  readonly credit: Credit
  readonly articlesSearched: number
  /** YYYY-MM-DD of the newest article. */
  readonly newest: string | null
}

/** How the articles stand that a server is answered from: those that all servers share, and its own. */
export type CorpusState = {
  readonly shared: {
    /** How far the start has come; null once everything is answered from. */
    readonly reading: ReadingProgress | null
    /** 0 while `reading`. */
    readonly articles: number
    readonly sentences: number
    /** How many files cannot be read; which ones concerns the host alone. */
    readonly faults: number
    /** Files that have changed and are not answered from yet. */
    readonly pending: number
    readonly readAt: Date
  }
  readonly feeds: FeedsState
  readonly mostFeeds: number
  readonly own: {
    readonly articles: number
    readonly mostArticles: number
    readonly bytes: number
    readonly mostBytes: number
    readonly faults: readonly string[]
  }
}

export type ReloadChanges = { readonly added: number; readonly changed: number; readonly removed: number }

/** What `/corpus` did, or asks before it does it. */
export type CorpusAnswer = { readonly kind: 'corpus' } & (
  | { readonly event: 'status'; readonly state: CorpusState }
  /** How many articles reading the server's files again has added, changed and removed; of a start that is under way nothing yet. */
  | { readonly event: 'reloaded'; readonly state: CorpusState; readonly changes: ReloadChanges }
  /** Words that questions had and no article has, most often first; null where they are not counted. */
  | { readonly event: 'gaps'; readonly gaps: readonly { readonly word: string; readonly count: number }[] | null }
  /** The server's files, packed as a zip; null when there is none. */
  | { readonly event: 'export'; readonly articles: number; readonly zip: Uint8Array | null }
  | {
      readonly event: 'draft'
      /** Under which the upload is kept until it is added or not. */
      readonly id: string
      readonly articles: readonly Article[]
      /** The server's own articles whose place they would take. */
      readonly replaces: readonly Article[]
      /** Other articles that tell the same story, shared ones too. */
      readonly similar: readonly Article[]
      /** Whether what was sent looks cut off. */
      readonly unfinished: boolean
      /** Days for which they are kept after the bot was removed from the server. */
      readonly keptDays: number
    }
  | { readonly event: 'added' | 'removed' | 'removal'; readonly articles: readonly Article[] }
  /** `added` articles could be read at once; null while the reading goes on. */
  | { readonly event: 'followed'; readonly feed: FeedState; readonly isNew: boolean; readonly added: number | null }
  | { readonly event: 'unfollowed'; readonly feed: FeedState }
  | { readonly event: 'cancelled' | 'expired' }
)

/** What a server's managers have set; `forget` asks whether all shall be deleted. */
export type SettingsAnswer = {
  readonly kind: 'settings'
  readonly event: 'shown' | 'changed' | 'forget' | 'forgotten'
  readonly settings: SettingsShown
}

/** Ids are Discord's; see `ServerSettings` of `src/servers`, which this describes. */
export type SettingsShown = {
  readonly language: string | null
  readonly editors: string | null
  readonly log: string | null
  readonly quiet: boolean
  readonly gaps: boolean
  readonly keepDays: number | null
  readonly digest: { readonly channel: string; readonly time: string; readonly zone: string } | null
}

export type Answer =
  | CitationAnswer
  | SettingsAnswer
  | PassagesAnswer
  | QuotationsAnswer
  | ArticlesAnswer
  | ArticleAnswer
  | HelpAnswer
  | CheckAnswer
  | CorpusAnswer
  | AboutAnswer
  | AttributionAnswer
  | PeopleAnswer
  | MannersAnswer
