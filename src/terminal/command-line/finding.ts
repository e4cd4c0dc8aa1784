/** What `npm run doctor` has found, a line each. */

/** What one look has shown. A `note` may be as it is meant to be; a `fault` keeps the bot from working. */
export type Finding = {
  readonly verdict: 'ok' | 'note' | 'fault'
  readonly subject: string
  readonly text: string
}
