/**
 * Texts that somebody might write to stop a reader: for each format, shapes whose cost could grow faster than their length.
 */

/** `make(units)` is a text of about `units` characters. */
export type Shape = { readonly name: string; readonly ending: string; readonly make: (units: number) => string }

const fill = (piece: string, units: number): string => piece.repeat(Math.ceil(units / piece.length))

const repeated = (ending: string, name: string, piece: string, head = '', tail = ''): Shape => ({
  name,
  ending,
  make: units => head + fill(piece, units) + tail,
})

const front = '---\nheadline: x\n---\n\n'
const marks = (units: number): string => {
  const half = Math.ceil(units / 2)
  return `a${'\u0315'.repeat(half)}${'\u0316'.repeat(half)}`
}
const html = (body: string): string => `<html><head><title>x</title></head><body>${body}</body></html>`
const prose = 'The river rose by four metres on Tuesday night, said the board of the valley, and nobody knew why. '
const feed = (entries: readonly object[]): string => JSON.stringify(entries)
const numbered = (units: number, entry: (number: number) => object): object[] => {
  const size = JSON.stringify(entry(10_000)).length + 1
  return Array.from({ length: Math.ceil(units / size) }, (_, number) => entry(number))
}

export const shapes: readonly Shape[] = [
  { name: 'combining marks in the wrong order', ending: 'txt', make: marks },
  {
    name: 'combining marks in the wrong order, under front matter',
    ending: 'txt',
    make: units => front + marks(units),
  },
  repeated('txt', 'one long word', 'a'),
  repeated('txt', 'white space alone between two words', ' ', 'a', 'b'),
  repeated('txt', 'line ends with blanks', '\n ', 'a', 'b'),
  repeated('txt', 'blank lines under front matter', ' \n', front, 'x'),
  repeated('txt', 'full stops', '. '),
  repeated('txt', 'full stops without blanks', '.', 'a', 'b'),
  repeated('txt', 'note marks', '[1]', 'a.', 'b'),
  repeated('txt', 'closing marks', '”', 'a.', 'b'),
  repeated('txt', 'names after quotation marks', '.” A A A A '),
  repeated('txt', 'abbreviations', 'U.S. Mr. J. '),
  repeated('txt', 'initials without blanks', 'U.S.', '', ' x'),
  repeated('txt', 'opening marks', '. “('),
  repeated('txt', 'lines of dates', 'Published: May 1, 2024\n'),
  repeated('txt', 'headers of dashes', 'By A - | - \n', 'Title\n'),
  repeated('txt', 'the same paragraph', `${prose}\n\n`),
  repeated('txt', 'summaries', `Summary\n${prose}\n`),
  repeated('txt', 'capitals before a dash', 'MOSCOW ', '', '- x'),
  repeated('txt', 'dashes that open front matter', '---\n'),
  repeated('txt', 'blanks after the opening dashes', ' ', '---', 'x\n---\nx'),
  {
    name: 'many keys',
    ending: 'txt',
    make: units =>
      `---\n${Array.from({ length: Math.min(units, 60_000) / 12 }, (_, at) => `key${at}: x\n`).join('')}---\nx`,
  },
  repeated('md', 'emphasis that does not close', '**a *b '),
  repeated('md', 'emphasis that is nested', '*a **b ', '', '** a*'.repeat(10)),
  repeated('md', 'white space between two words', ' ', 'a', 'b'),
  repeated('md', 'carriage returns', '&#13;'),
  repeated('md', 'underscores that do not close', '_a '),
  repeated('md', 'opening brackets', '['),
  repeated('md', 'opening images', '!['),
  repeated('md', 'references that are not there', '[a] '),
  repeated('md', 'notes that are not there', '[^1] '),
  repeated('md', 'closing brackets', '] '),
  repeated('md', 'links that do not close', '[a]('),
  repeated('md', 'back-ticks', '`a``b'),
  {
    name: 'back-ticks of every length',
    ending: 'md',
    make: units =>
      Array.from({ length: Math.ceil(Math.sqrt(2 * units)) }, (_, at) => 'e'.concat('`'.repeat(at))).join(''),
  },
  repeated('md', 'nested quotes', '>', '', ' x'),
  repeated('md', 'nested lists', '- ', '', 'x'),
  repeated('md', 'comments that do not end', '<!-- '),
  repeated('md', 'tags that do not end', '<a '),
  repeated('md', 'scripts that do not end', '<script>'),
  repeated('md', 'scripts in one block', '<script', '<div>'),
  repeated('md', 'table cells', '|a', '|a|\n|-|\n'),
  repeated('md', 'table rows', '|a|b|\n', '|a|b|\n|-|-|\n'),
  repeated('md', 'addresses', 'www.a@b. '),
  repeated('md', 'addresses without blanks', 'a.b@c'),
  repeated('md', 'references', '[a]: x\n\n[a] '),
  repeated('md', 'entities', '&amp;&#35;'),
  repeated('md', 'line ends with blanks in a paragraph', 'a \n'),
  repeated('md', 'headings that do not close', '# '),
  repeated('html', 'open paragraphs', '<p>a'),
  repeated('html', 'open spans', '<span>a'),
  { name: 'divisions side by side', ending: 'html', make: units => html(fill('<div>a</div>', units)) },
  {
    name: 'paragraphs of prose',
    ending: 'html',
    make: units => html(`<article>${fill(`<p>${prose}</p>`, units)}</article>`),
  },
  { name: 'line breaks', ending: 'html', make: units => html(`<article>${fill('a<br>', units)}</article>`) },
  { name: 'empty line breaks', ending: 'html', make: units => html(`<p>a${fill('<br> ', units)}b</p>`) },
  { name: 'links', ending: 'html', make: units => html(fill('<a href="#">a</a> ', units)) },
  { name: 'furniture', ending: 'html', make: units => html(fill('<div class="share">a</div>', units)) },
  { name: 'navigation', ending: 'html', make: units => html(fill('<nav>a</nav>', units)) },
  { name: 'a long class', ending: 'html', make: units => html(`<div class="${fill('share-', units)}">${prose}</div>`) },
  {
    name: 'a class of many words',
    ending: 'html',
    make: units => html(`<div class="${fill('ads- ', units)}">${prose}</div>`),
  },
  {
    name: 'tables in rows',
    ending: 'html',
    make: units => html(`<table>${fill('<tr><td>a</td><td>b</td></tr>', units)}</table>`),
  },
  { name: 'lists', ending: 'html', make: units => html(`<ul>${fill('<li>a</li>', units)}</ul>`) },
  { name: 'headings', ending: 'html', make: units => html(fill('<h1>a</h1>', units)) },
  { name: 'times', ending: 'html', make: units => html(fill('<time>May 1, 2024</time>', units)) },
  { name: 'images', ending: 'html', make: units => html(fill('<p><img src="a.jpg" alt="a"></p>', units)) },
  {
    name: 'JSON-LD nodes',
    ending: 'html',
    make: units =>
      html(
        `<script type="application/ld+json">[${fill('{"@type":"Article","headline":"a","name":"b"},', units)}{}]</script><p>${prose}</p>`,
      ),
  },
  {
    name: 'JSON-LD scripts',
    ending: 'html',
    make: units =>
      html(`${fill('<script type="application/ld+json">{"@type":"Article"}</script>', units)}<p>${prose}</p>`),
  },
  {
    name: 'JSON-LD comments',
    ending: 'html',
    make: units => html(`<script type="application/ld+json">${fill('/* ', units)}</script><p>${prose}</p>`),
  },
  {
    name: 'descriptions',
    ending: 'html',
    make: units =>
      `<html><head>${fill('<meta name="description" content="a">', units)}</head><body><p>${prose}</p></body></html>`,
  },
  {
    name: 'a long title',
    ending: 'html',
    make: units =>
      `<html><head><title>${fill('a - | : » ', units)}</title></head><body><h1>a</h1><p>${prose}</p></body></html>`,
  },
  {
    name: 'white space in the title',
    ending: 'html',
    make: units => `<html><head><title>a${' '.repeat(units)}b</title></head><body><p>${prose}</p></body></html>`,
  },
  {
    name: 'white space in a described title',
    ending: 'html',
    make: units =>
      `<html><head><meta property="og:title" content="a${' '.repeat(units)}b"></head><body><p>${prose}</p></body></html>`,
  },
  {
    name: 'dashes in a described title',
    ending: 'html',
    make: units =>
      `<html><head><meta property="og:title" content="${fill('a - ', units)}|"></head><body><p>${prose}</p></body></html>`,
  },
  {
    name: 'JSON-LD headlines beside a long heading',
    ending: 'html',
    make: units =>
      html(
        `<script type="application/ld+json">[${fill('{"@type":"Article","headline":"ab","name":"b"},', units / 2)}{}]</script><h1>${fill('ac', units / 2)}</h1><p>${prose}</p>`,
      ),
  },
  { name: 'comments', ending: 'html', make: units => html(`${fill('<!-- a -->', units)}<p>${prose}</p>`) },
  repeated('html', 'comments that do not end', '<!--'),
  repeated('html', 'tags that do not end', '<a b="'),
  repeated('html', 'heads that do not end', '<html '),
  repeated('html', 'scripts that do not end', '<script>'),
  {
    name: 'entries that share one headline',
    ending: 'json',
    make: units => feed(numbered(units, number => ({ headline: 'x', body: `Word ${number}.` }))),
  },
  {
    name: 'many short entries',
    ending: 'json',
    make: units => feed(numbered(units, number => ({ body: `${number}` }))),
  },
  {
    name: 'entries that share one slug',
    ending: 'json',
    make: units => feed(numbered(units, () => ({ slug: 'x', body: 'x' }))),
  },
  {
    name: 'a body of many paragraphs',
    ending: 'json',
    make: units => JSON.stringify({ body: Array.from({ length: units / 4 }, () => 'a') }),
  },
  {
    name: 'a headline of white space',
    ending: 'json',
    make: units => JSON.stringify({ headline: `a${' '.repeat(units)}b`, body: 'x' }),
  },
  {
    name: 'a headline of marks in the wrong order',
    ending: 'json',
    make: units => JSON.stringify({ headline: marks(units), body: 'x' }),
  },
  {
    name: 'a slug of marks in the wrong order',
    ending: 'json',
    make: units => JSON.stringify({ slug: marks(units), body: 'x' }),
  },
  {
    name: 'a slug of hyphens',
    ending: 'json',
    make: units => JSON.stringify({ slug: `a${'-'.repeat(units)}b`, body: 'x' }),
  },
  {
    name: 'unknown keys',
    ending: 'json',
    make: units => JSON.stringify(Object.fromEntries(Array.from({ length: units / 10 }, (_, at) => [`key${at}`, 'x']))),
  },
  { name: 'nested lists', ending: 'json', make: units => '['.repeat(units / 2) + ']'.repeat(units / 2) },
  { name: 'many entries', ending: 'jsonl', make: units => fill('{"body":"a"}\n', units) },
  { name: 'bad lines', ending: 'jsonl', make: units => fill('x\n', units) },
  { name: 'empty lines', ending: 'jsonl', make: units => `{"body":"a"}${'\n'.repeat(units)}` },
]
