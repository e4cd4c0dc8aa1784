/** What the bot says about an article, its attribution and its people, and to manners, in plain text. Layout is left to renderers. */
import type { AboutAnswer, AttributionAnswer, Chosen, MannersAnswer, PeopleAnswer } from '../answer/answer.ts'
import type { Article } from '../article/article.ts'
import type { Messages } from '../messages/en.ts'

type Fact = AttributionAnswer['asked'][number]
const FACTS: readonly Fact[] = ['headline', 'outlet', 'byline', 'published', 'dateline', 'url']

/** Says which article was taken where nobody named one; empty otherwise. */
export function reportChosen(
  chosen: Chosen | null,
  article: Article | null,
  { conversation }: Messages,
): readonly string[] {
  return chosen === 'newest' && article !== null ? [conversation.newest(article.headline)] : []
}

/** How much of the article is shown. */
export function reportShare({ passages, sentences }: AboutAnswer, { conversation }: Messages): string {
  return conversation.share(passages.length, sentences)
}

/** Each fact with its label, those asked for first; a fact that the article's data lack is said to be. `date` writes a YYYY-MM-DD. */
export function reportAttribution(
  { article, asked }: AttributionAnswer,
  { conversation, digest }: Messages,
  date: (day: string) => string,
): readonly { readonly label: string; readonly value: string; readonly isAsked: boolean }[] {
  const printedValue = (fact: Fact): string => {
    const value = article[fact]
    if (value === null || value.trim() === '') return conversation.notStated
    return fact === 'published' ? date(value) : value
  }
  const order = [...asked, ...FACTS.filter(fact => !asked.includes(fact))]
  const lines = order.map(fact => ({
    label: conversation.facts[fact],
    value: printedValue(fact),
    isAsked: asked.includes(fact),
  }))
  return article.edition === 'digest'
    ? lines.map((line, at) => (at === 0 ? { ...line, value: `${line.value} (${digest})` } : line))
    : lines
}

/** The line above the people, or above the sentences that introduce the one asked for. */
export function reportPeople({ name, which, total, passages }: PeopleAnswer, { conversation }: Messages): string {
  const printed = passages[0]
  return name === null || printed === undefined
    ? (which === 'quoted' ? conversation.quoted : conversation.named)(total)
    : conversation.whoIs(nameAsPrinted(name, printed.article.body))
}

/** The name with the capitals that the article prints. */
function nameAsPrinted(name: string, body: string): string {
  const words = name.split(/\s+/).map(word => word.charAt(0).toUpperCase() + word.slice(1))
  const at = body.toLowerCase().indexOf(name.toLowerCase())
  return at < 0 ? words.join(' ') : body.slice(at, at + name.length)
}

/** The friendly line, and what can be asked. */
export function reportManners({ manner, examples }: MannersAnswer, { conversation }: Messages): readonly string[] {
  const isOpen = manner === 'hello' || manner === 'help' || manner === 'machine'
  return [
    conversation.manners[manner],
    ...(isOpen && examples.length > 0 ? [`${conversation.forExample} ${examples.join(' · ')}`] : []),
  ]
}
