/** Who somebody is, and who is in an article. Where an introduction stands is `introductions.ts`'s. */
import type { Article } from '../../article/article.ts'
import type { Library } from '../../library/library.ts'
import { findPeople, type Named } from '../../quotations/find-people.ts'
import { shortlist, termsIn } from '../../retrieval/candidates/shortlist.ts'
import type { Meant, Passage, PeopleAnswer, PersonInArticle } from '../answer.ts'
import { passageOver, sentenceAt } from '../passage.ts'
import type { Which } from './act.ts'
import { introductionsOf, isNamedIn, placeOf, quotedIn } from './introductions.ts'
import type { ConverseOptions } from './options.ts'

const MOST_INTRODUCTIONS = 3
/** What a list of people shows. */
const MOST_LISTED = 12
/** Paragraphs that are looked up for a name. */
const PARAGRAPHS_WITH_NAME = 60
const BODY =
  /^[\p{Lu}&]{2,6}$|\b(?:Inc|Corp|Co|Ltd|Group|Company|Bank|University|College|School|Institute|Ministry|Department|Council|Committee|Commission|Agency|Party|Union|Association|Organi[sz]ation|Court|Police|Army|Church|Club|League|Times|Post|News|Press|Media|Records|Hospital|Center|Centre|Foundation|Fund|Service|Office|Administration|Senate|Congress|Parliament|House|Nations|International)\b/u

/** Who is quoted or named in the article; those who are quoted come in order of how often, others in the order of the text. */
export function peopleIn({ article, chosen, others }: Meant, which: Which): PeopleAnswer {
  const quoted = quotedIn(article)
  const people = which === 'quoted' ? quoted : named(article, which, quoted)
  return {
    kind: 'people',
    name: null,
    which,
    article,
    chosen,
    others,
    people: people.slice(0, MOST_LISTED),
    total: people.length,
    passages: [],
  }
}

function named(article: Article, which: Which, quoted: readonly PersonInArticle[]): readonly PersonInArticle[] {
  const fits = which === 'bodies' ? isBody : isSurelyPerson
  return findPeople(article)
    .filter(fits)
    .flatMap(({ name, description, mentions }) => {
      const [first] = mentions
      const place = first === undefined ? null : placeOf(article, first.start)
      if (place === null) return []
      const speaks = quoted.find(person => person.name === name)
      const passage = passageOver(article, place, sentenceAt(article, place), 0, () => mentions.slice(0, 1))
      const bare = which === 'bodies' ? name.replace(/^the /i, '') : name
      return [
        {
          name: bare,
          description: which === 'bodies' ? null : description,
          quotations: speaks?.quotations ?? 0,
          passage,
        },
      ]
    })
    .sort((a, b) => a.passage.start - b.passage.start)
}

/** A name with evidence for a person behind it. */
function isSurelyPerson({ human, gender }: Named): boolean {
  return human === true || (human === null && gender !== null)
}

/** A name with evidence for a person behind it, or nothing against one and more than one word. */
export function isPerson({ human, gender, name }: Named): boolean {
  return human === true || (human === null && (gender !== null || (/^(?!The )\S+ \S/.test(name) && !BODY.test(name))))
}

function isBody({ human, name }: Named): boolean {
  return human !== true && name.length > 1 && BODY.test(name.replace(/^the /i, ''))
}

/** The sentences that introduce a person; null where no article names them, for then the words may be no name at all. */
export function whoIs(library: Library, name: string, { article: slug, limit }: ConverseOptions): PeopleAnswer | null {
  const own = slug === null ? undefined : library.articles.get(slug)
  const articles = own === undefined || !isNamedIn(own, name) ? articlesWith(library, name) : [own]
  const found = articles.flatMap(article => introductionsOf(article, name)).sort((a, b) => b.worth - a.worth)
  if (found.length === 0) return null
  const passages = found
    .slice(0, Math.min(limit, MOST_INTRODUCTIONS))
    .map(
      ({ article, place, worth }): Passage => passageOver(article, place, sentenceAt(article, place), worth, () => []),
    )
  return {
    kind: 'people',
    name,
    which: 'named',
    article: own ?? null,
    chosen: null,
    others: [],
    people: [],
    total: 0,
    passages,
  }
}

/** The articles whose paragraphs are likest to a name: reading every article for it would hold everybody up in a large library. */
function articlesWith(library: Library, name: string): readonly Article[] {
  const hits = shortlist(library.index, termsIn(library.index, name), { limit: PARAGRAPHS_WITH_NAME })
  return [...new Set(hits.map(({ sourceId }) => sourceId))].flatMap(slug => library.articles.get(slug) ?? [])
}
