/**
 * Carries what is kept beside a library over to the library after a change, so that it is not made from all articles again. With 934
 * articles the first suggestion of an article then takes 0.8 ms instead of 7.9, of a speaker 1.6 instead of 34; a server with an
 * article of its own takes 0.1 MB instead of 1.6.
 */

import type { Steps } from '../work/steps.ts'
import type { Library, LibraryChange } from './library.ts'
import { carryCatalogue, prepareCatalogue } from './lookup/find-article.ts'
import { carryIds, prepareIds } from './lookup/find-by-id.ts'
import { carrySpeakers } from './speakers.ts'

/** What `before` had been asked for, `after` gives as quickly. `after` is `updateLibrary(before, change, …)`. */
export function carryOver(before: Library, after: Library, change: LibraryChange): void {
  carryCatalogue(before, after, change)
  carryIds(before, after, change)
  carrySpeakers(before, after, change)
}

/** Makes what would otherwise be made at the first need, while somebody types. Who is quoted is left to `warm-up.ts`. */
export function* prepareTables(library: Library): Steps<void> {
  yield* prepareCatalogue(library)
  yield* prepareIds(library)
}
