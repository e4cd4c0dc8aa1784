/** Makes what a click asks for once, where people click again because nothing seems to happen. */

import type { TimeToLiveCache } from '../../../work/time-to-live-cache.ts'
import type { Responder } from '../responder.ts'

/** `key` is the same for the same click; one that comes again within a minute is taken, and changes nothing. */
export async function once(
  key: string,
  responder: Responder,
  clicked: TimeToLiveCache<true>,
  make: () => Promise<void>,
): Promise<void> {
  if (clicked.get(key) !== undefined) return responder.acknowledge()
  clicked.set(key, true)
  try {
    await make()
  } catch (error) {
    // What failed may be tried again.
    clicked.delete(key)
    throw error
  }
}
