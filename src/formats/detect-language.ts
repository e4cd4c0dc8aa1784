/** Finds out in which language an article is written, where nobody says so. What follows from the language is left to others. */

/** ISO 639-3, as `franc` names languages, to BCP 47. Few on purpose: franc's 190 are slower, and take English for Scots. */
const languages: ReadonlyMap<string, string> = new Map([
  ['eng', 'en'],
  ['spa', 'es'],
  ['fra', 'fr'],
  ['deu', 'de'],
  ['ita', 'it'],
  ['por', 'pt'],
  ['nld', 'nl'],
  ['nob', 'no'],
  ['nno', 'no'],
  ['swe', 'sv'],
  ['dan', 'da'],
  ['fin', 'fi'],
  ['pol', 'pl'],
  ['ces', 'cs'],
  ['hun', 'hu'],
  ['ron', 'ro'],
  ['cat', 'ca'],
  ['tur', 'tr'],
  ['ind', 'id'],
  ['vie', 'vi'],
  ['rus', 'ru'],
  ['ukr', 'uk'],
  ['bul', 'bg'],
  ['srp', 'sr'],
  ['ell', 'el'],
  ['heb', 'he'],
  ['arb', 'ar'],
  ['pes', 'fa'],
  ['urd', 'ur'],
  ['hin', 'hi'],
  ['ben', 'bn'],
  ['tam', 'ta'],
  ['tha', 'th'],
  ['cmn', 'zh'],
  ['jpn', 'ja'],
  ['kor', 'ko'],
])
const only = [...languages.keys()]

// Enough for 128 of 128 English articles by a margin above `leastMargin` (0.6 ms each); more takes longer and tells no more.
const sampleLength = 600
const leastLetters = 40
const leastMargin = 0.01

// English without asking: in an archive of 100,000 articles this saves a minute. No other language has both sorts of words so often.
const articles = /\bthe\b/gi
const connectives = /\b(?:of|and|to|that|was|with)\b/gi
const leastShare = 0.03

/** The BCP 47 tag of the language of `text`, or null when the text is short or reads like two languages alike. */
export async function detectLanguage(text: string): Promise<string | null> {
  const sample = text.slice(0, sampleLength)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  // A word in Chinese, Japanese or Thai is a letter or two.
  if (letters < (/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(sample) ? leastLetters : leastLetters / 4)) return null
  if (isPlainlyEnglish(sample)) return 'en'
  // Loaded on need: articles that name their language do without its 14 MB.
  const { francAll } = await import('franc')
  const [best, ...others] = francAll(sample, { only, minLength: 1 }).map(([name, likeness]) => ({
    tag: languages.get(name),
    likeness,
  }))
  const next = others.find(({ tag }) => tag !== best?.tag)
  if (best?.tag === undefined || best.likeness - (next?.likeness ?? 0) < leastMargin) return null
  return best.tag
}

function isPlainlyEnglish(sample: string): boolean {
  const words = sample.match(/\S+/g)?.length ?? 0
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / words
  return words > 40 && share(articles) > leastShare && share(connectives) > leastShare
}
