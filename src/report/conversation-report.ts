/** What the bot says about an article, its attribution and its people, and to manners, in plain text. Layout is left to renderers. */
import type {
  AboutAnswer,
  AttributionAnswer,
  Chosen,
  MannersAnswer,
  Passage,
  PeopleAnswer,
  PersonInArticle,
} from '../answer/answer.ts'
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

/** What can be asked where nothing was found: questions that are answered, or where to look for some. */
export function reportInstead(
  { instead = [] }: { readonly instead?: readonly string[] },
  { conversation, whatCanBeAsked }: Messages,
): string {
  return instead.length === 0 ? whatCanBeAsked : conversation.instead(instead.join(' · '))
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

/** How many people there are in all: the line above a list of them; null above the sentences that introduce one, which need none. */
export function reportPeople({ name, which, total }: PeopleAnswer, { conversation }: Messages): string | null {
  return name === null ? (which === 'quoted' ? conversation.quoted : conversation.named)(total) : null
}

/** People in a list by the sentence that is shown of them, which several may share: each as "name, description (2 quotations)". */
export function reportPersons(
  people: readonly PersonInArticle[],
  messages: Messages,
): readonly {
  readonly passage: Passage
  readonly names: readonly { readonly name: string; readonly more: string }[]
}[] {
  const groups: { passage: Passage; names: { name: string; more: string }[] }[] = []
  for (const { name, description, quotations, passage } of people) {
    const last = groups.at(-1)
    const more = `${description === null ? '' : `, ${description}`}${quotations === 0 ? '' : ` (${messages.quotationCount(quotations)})`}`
    if (last?.passage.start === passage.start) last.names.push({ name, more })
    else groups.push({ passage, names: [{ name, more }] })
  }
  return groups
}

/** The friendly line, and what can be asked. */
export function reportManners({ manner, examples }: MannersAnswer, { conversation }: Messages): readonly string[] {
  const isOpen = manner === 'hello' || manner === 'help' || manner === 'machine'
  return [
    conversation.manners[manner],
    ...(isOpen && examples.length > 0 ? [`${conversation.forExample} ${examples.join(' · ')}`] : []),
  ]
}
