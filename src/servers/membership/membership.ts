/** What a bot on Discord knows of the servers that are its process's. What follows from it is `departure.ts`'s. */
export type Membership = {
  /** The application whose token runs. */
  readonly application: string
  /** Whether it is in the server at this moment, as far as the process was told. */
  readonly isPresent: (server: string) => boolean
  /** Asks Discord whether the application is in the server. Rejects where Discord does not say. */
  readonly isMember: (server: string) => Promise<boolean>
  /** Whether this machine's clock says the day that Discord's says. Rejects where Discord does not say. */
  readonly isClockRight: () => Promise<boolean>
}
