/** Carries what is kept beside a library over to the library after a change, so that it is not made from all articles again. */
import { carryCatalogue } from './find-article.ts'
import type { Library, LibraryChange } from './library.ts'
import { carryIds } from './passage-id.ts'
import { carrySpeakers } from './speakers.ts'

/** What `before` had been asked for, `after` gives as quickly. `after` is `updateLibrary(before, change, …)`. */
export function carryOver(before: Library, after: Library, change: LibraryChange): void {
  carryCatalogue(before, after, change)
  carryIds(before, after, change)
  carrySpeakers(before, after, change)
}
