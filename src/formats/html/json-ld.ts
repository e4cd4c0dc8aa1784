/** Finds the article among a page's JSON-LD (schema.org). What other sources say is left to `page-metadata.ts`. */

/** A JSON-LD node: anything at all may stand under its keys. */
export type Node = Readonly<Record<string, unknown>>

const maxDepth = 12
const articleType = /(?:Article|BlogPosting|Report)$/

/**
 * The node of the article in the texts of a page's `application/ld+json` scripts, or null. Where several articles are described, it is the
 * one whose `headline` stands in `heading`, else the first. References (`@id`) are resolved by `resolve`.
 */
export function findArticleNode(
  scripts: readonly string[],
  heading: string,
): { node: Node; resolve: (value: unknown) => unknown } | null {
  const nodes = scripts.flatMap(script => collect(parseJson(script), 0))
  const byId = new Map<string, Node>()
  for (const node of nodes) {
    const id = node['@id']
    // A reference has nothing but its @id; the node it means has more.
    if (typeof id === 'string' && Object.keys(node).length > 1) byId.set(id, node)
  }
  const articles = nodes.filter(
    node => typesOf(node).some(type => articleType.test(type)) && Object.keys(node).length > 2,
  )
  const node =
    articles.find(article => typeof article.headline === 'string' && heading.includes(plain(article.headline))) ??
    articles[0]
  if (node === undefined) return null
  const resolve = (value: unknown): unknown =>
    isNode(value) && typeof value['@id'] === 'string' ? (byId.get(value['@id']) ?? value) : value
  return { node, resolve }
}

/** The names under a value that is a text, a node with `name`, or a list of them. */
export function namesIn(value: unknown, resolve: (value: unknown) => unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(item => namesIn(item, resolve))
  const resolved = resolve(value)
  const name = isNode(resolved) ? resolved.name : resolved
  return typeof name === 'string' && plain(name) !== '' && !/^https?:/.test(name)
    ? [plain(name)]
    : Array.isArray(name)
      ? namesIn(name, resolve)
      : []
}

/** A text value, white space folded and character references read; null for anything else and for the empty text. */
export function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? plain(first) || null : null
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function collect(value: unknown, depth: number): Node[] {
  if (depth > maxDepth) return []
  if (Array.isArray(value)) return value.flatMap(item => collect(item, depth + 1))
  if (!isNode(value)) return []
  return [value, ...Object.values(value).flatMap(item => (typeof item === 'object' ? collect(item, depth + 1) : []))]
}

function typesOf(node: Node): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter(name => typeof name === 'string')
}

function parseJson(text: string): unknown {
  try {
    // Pages wrap it in comments and leave raw line ends inside strings.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/\p{Cc}+/gu, ' '),
    )
  } catch {
    // A page's own fault: the page is still read, by its other metadata.
    return null
  }
}

const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ndash', '–'],
  ['mdash', '—'],
])

// Many pages write character references into JSON, where they have no meaning, and mean them all the same.
function plain(text: string): string {
  return text
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,5}));/gi, (whole, decimal, hexadecimal, name) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
        : (references.get(name) ?? whole),
    )
    .replace(/\s+/g, ' ')
    .trim()
}
