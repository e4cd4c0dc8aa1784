/** What a reading thread sends back. How it comes about is left to `parse-worker.ts`. */
import type { Article } from '../../article/article.ts'
import type { Fault } from '../../errors.ts'

/** What becomes of a file: its articles, its faults, or the stack of an error that is a bug. */
export type Outcome =
  | { readonly articles: readonly Article[] }
  | { readonly faults: readonly Fault[] }
  | { readonly bug: string }
