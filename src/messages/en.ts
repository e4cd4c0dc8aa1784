/** The bot's own words in English; every other language has the same keys. Articles are never translated. */

export const en = {
  found: 'From the articles',
  nearest: 'No article answers this. The nearest passages, which may not answer it:',
  nothingFound: (articles: number) =>
    `Nothing in the ${articles === 1 ? 'article' : `${articles} articles`} answers this, and nothing comes near.`,
  absentWords: (words: string) => `No article has: ${words}.`,
  corrected: (from: string, to: string) => `Read “${from}” as “${to}”.`,
  alsoLookedFor: (words: string) => `Also looked for: ${words}.`,
  paragraph: (number: number) => `paragraph ${number}`,
  digest: 'from a digest of the article',
  said: (speaker: string, description: string | null) => (description === null ? speaker : `${speaker}, ${description}`),
  noQuotation: (articles: number) => `No quotation in the ${articles === 1 ? 'article' : `${articles} articles`} fits.`,
  similarSpeakers: (names: string) => `Speakers with a similar name: ${names}.`,
  quotationsShown: (shown: number, total: number) => `${shown} of ${total} quotations`,
  articlesHeld: (articles: number) => (articles === 1 ? 'One article:' : `${articles} articles:`),
  keySentences: 'Key sentences',
  speakers: 'Quoted in it',
  quotationCount: (count: number) => (count === 1 ? '1 quotation' : `${count} quotations`),
}

export type Messages = typeof en
