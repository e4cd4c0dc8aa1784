/** Recognises what a page prints around an article: by the words of a line, and by the names of an element. */

const button =
  '(?:share|tweet|whats ?app|facebook|twitter|linkedin|reddit|pinterest|telegram|e-?mail|print|copy link|save)'

// Whole lines, each matched alone, so that no sentence of an article is ever taken for one.
const line = new RegExp(
  `^(?:${[
    'ugc[ _]banner|main im(?:g|age)|image caption|getty images|loading\\.*',
    '(?:photo(?:graph)?|image|picture|file photo|representative image)(?: credits?| source)?\\s*[:|].{0,80}',
    '(?:photo|image) (?:by|courtesy) .{0,60}',
    'advertise?ment|sponsored(?: content)?|promoted',
    `(?:${button}\\s+)+${button}`,
    'share(?: this)?(?: article| story| page)?|tweet|whats ?app|facebook|twitter|linkedin|reddit|e-?mail|print|copy link|save|listen|follow us.{0,60}',
    '(?:read|see|watch)(?: also| more|:).{0,120}|also read.{0,120}',
    '(?:related|recommended) (?:articles|stories|news|topics|posts|content|for you).{0,60}|you (?:may|might) also like.{0,40}',
    'trending(?: now)?|most (?:read|popular|viewed)|more from .{0,40}|(?:don.t miss|top stories)',
    'subscribe(?: now| today)?|sign (?:up|in)(?: now)?|(?:sign up|subscribe) (?:for|to) (?:our|the) .{0,60}',
    'skip to (?:main )?content|back to top|\\d+ comments?|comments|leave a (?:comment|reply)|\\d+ min(?:ute)?s? read',
    '(?:click|tap) here.{0,80}|(?:story|article) continues below.{0,40}|end of .{0,40}carousel',
    '(?:accept|manage|reject) (?:all )?cookies|all rights reserved\\.?|(?:©|copyright) .{0,80}',
  ].join('|')})$`,
  'i',
)

// A word of a class or id is one of these, alone or with what such elements are called besides: `share`, `article-share-bar`.
const furnitureName =
  /(?:^|[_-])(?:share|sharing|social|cookies?|consent|gdpr|newsletters?|subscribe|subscription|signup|related|recommended|read-?(?:also|more|next)|also-?read|most-?(?:read|popular|viewed)|trending|promos?|adverts?|advertisement|ads?|sponsored|outbrain|taboola|breadcrumbs?|comments?|caption|(?:photo|image|img|media|picture)-?credits?|toolbar|tags|paywall-(?:offer|prompt)|visually-hidden|sr-only|screen-reader-text|mw-editsection|navbox|reflist)(?:[_-](?:area|bar|banner|blocks?|box|buttons?|container|content|form|icons?|inner|items?|label|links?|list|menu|message|modal|module|notice|overlay|popup|posts?|articles?|stories|section|slot|text|title|tools?|unit|widget|wrap|wrapper|\d+))*$/i

/** Whether a line of a page is no part of its article: a banner, a credit, a button, a heading of links. */
export function isFurnitureLine(text: string): boolean {
  return text.length <= 160 && line.test(text.trim())
}

/** Whether the classes or the id of an element, words divided by white space, say that it is no part of the article. */
export function isFurnitureName(names: string): boolean {
  return names.split(/\s+/).some(name => name !== '' && furnitureName.test(name))
}
