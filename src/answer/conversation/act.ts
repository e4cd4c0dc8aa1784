/** What somebody may want with a line. */

/** A part of an article's attribution that may be asked for. */
export type Fact = 'headline' | 'outlet' | 'byline' | 'published' | 'dateline' | 'url'
/** Who is listed: whoever is quoted, whoever is named, or bodies such as companies. */
export type Which = 'quoted' | 'named' | 'bodies'
export type Manner = 'hello' | 'thanks' | 'sorry' | 'bye' | 'help' | 'machine' | 'insult'

/** `topic` names the article that is meant, in the person's words; null where the line leaves that open. */
export type Act =
  | { readonly kind: 'question' }
  /** Which articles there are. */
  | { readonly kind: 'articles' }
  | { readonly kind: 'about'; readonly topic: string | null }
  | { readonly kind: 'attribution'; readonly facts: readonly Fact[]; readonly topic: string | null }
  /** Who is in the article, or who the one person is. */
  | { readonly kind: 'people'; readonly name: string | null; readonly which: Which; readonly topic: string | null }
  | {
      readonly kind: 'quotations'
      readonly speaker: string | null
      readonly words: string | null
      /** Whether the best is wanted, rather than all in the order of the text. */
      readonly isBest: boolean
      readonly topic: string | null
    }
  /** Passages about a topic; `isWhether` when the line asks whether it is mentioned at all. */
  | { readonly kind: 'topic'; readonly words: string; readonly isWhether: boolean }
  | { readonly kind: 'manners'; readonly manner: Manner }
