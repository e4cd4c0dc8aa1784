import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { findDuplicates, findDuplicatesOf, groupDuplicates } from '../../src/folder/duplicates.ts'
import { flood, lighthouse, makeArticle } from '../support/articles.ts'

const copy = (slug: string, body: string): Article => makeArticle(body, { slug })
const same = copy('same', flood.body.replaceAll('“', '"').toUpperCase())
const edited = copy(
  'edited',
  flood.body
    .replace('four metres', 'nearly four metres')
    .replace('closed the old bridge', 'shut the old bridge')
    .replace('Friday', 'Monday'),
)
const longer = copy('longer', `A week later, the town looked back.\n\n${flood.body}\n\n${'Nobody slept. '.repeat(9)}`)

describe('groupDuplicates', () => {
  const pair = (article: Article, other: Article, shared: number) => ({ article, other, shared })

  it('makes one group of what hangs together, named at the last, most alike first', () => {
    const pairs = [pair(flood, same, 0.6), pair(edited, longer, 0.7), pair(same, longer, 0.9)]
    const [group, ...more] = groupDuplicates(pairs)
    expect(more).toEqual([])
    expect(group?.article).toBe(longer)
    expect(group?.copies).toEqual([
      { article: same, shared: 0.9 },
      { article: edited, shared: 0.7 },
      { article: flood, shared: 0.6 },
    ])
  })

  it('keeps stories apart', () => {
    const groups = groupDuplicates([pair(flood, same, 1), pair(lighthouse, longer, 0.5)])
    expect(groups.map(({ article }) => article)).toEqual([same, longer])
    expect(groupDuplicates([])).toEqual([])
  })
})

describe('findDuplicates', () => {
  it('names the same text, an edited one, and one inside another', () => {
    const pairs = findDuplicates([flood, lighthouse, same, edited, longer]).map(
      ({ article, other }) => `${article.slug} ${other.slug}`,
    )
    expect(pairs).toEqual(['flood same', 'flood edited', 'flood longer', 'same edited', 'same longer', 'edited longer'])
  })

  it('says how much is shared', () => {
    const [first, second] = findDuplicates([flood, same]).concat(findDuplicates([flood, edited]))
    expect(first?.shared).toBe(1)
    expect(second?.shared).toBeGreaterThan(0.6)
    expect(second?.shared).toBeLessThan(1)
  })

  it('takes no two stories for one because they share a sentence or an agency line', () => {
    const line = '(with inputs from agencies)'
    const others = Array.from({ length: 100 }, (_, number) =>
      copy(
        `story-${number}`,
        `Story ${number} of ${number * 7} begins here, ${number ** 3} words before it ends in ${number + 1900}.\n\n${line}`,
      ),
    )
    expect(
      findDuplicates([
        flood,
        lighthouse,
        ...others,
        copy('quotes', `${lighthouse.body}\n\n${flood.body.slice(0, 70)}`),
      ]),
    ).toHaveLength(1)
  })

  it('compares scripts without spaces, and texts of a word', () => {
    const chinese = '水务局说，伦河周二夜间上涨四米，淹没了一千二百五十座房屋，并关闭了旧桥。学校关闭至周五。'
    expect(findDuplicates([copy('one', chinese), copy('two', `${chinese}火车由公共汽车代替。`)])).toHaveLength(1)
    expect(findDuplicates([copy('one', 'constructor'), copy('two', '__proto__'), copy('three', '—')])).toEqual([])
  })
})

describe('findDuplicatesOf', () => {
  it('lists the articles that tell the same story, most alike first', async () => {
    const found = await findDuplicatesOf(flood, [lighthouse, edited, flood, same])
    expect(found.map(({ other }) => other.slug)).toEqual(['same', 'edited'])
  })
})
