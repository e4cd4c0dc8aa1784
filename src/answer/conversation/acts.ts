/** What somebody wants with a line: a table of rules, read from top to bottom. A line that no rule takes whole is a question. */
import { foldLine, plainLine } from './plain-line.ts'

/** A part of an article's attribution that may be asked for. */
export type Fact = 'headline' | 'outlet' | 'byline' | 'published' | 'dateline' | 'url'
export type Manner = 'hello' | 'thanks' | 'sorry' | 'bye' | 'help' | 'machine'

/** `topic` names the article that is meant, in the person's words; null where the line leaves that open. */
export type Act =
  | { readonly kind: 'question' }
  | { readonly kind: 'about'; readonly topic: string | null }
  | { readonly kind: 'attribution'; readonly facts: readonly Fact[]; readonly topic: string | null }
  /** Who is in the article, or who the one person is. */
  | { readonly kind: 'people'; readonly name: string | null; readonly topic: string | null }
  | {
      readonly kind: 'quotations'
      readonly speaker: string | null
      readonly words: string | null
      readonly topic: string | null
    }
  | { readonly kind: 'manners'; readonly manner: Manner }

type Rule = { readonly pattern: RegExp; readonly act: (groups: Readonly<Record<string, string | undefined>>) => Act }

/** What an article is called when it is spoken of. */
const ARTICLE =
  '(?:article|story|piece|news|text|post|column|page|write-?up|interview|editorial|review|blog|item|coverage)'
/** The same where nothing else in the line can be a report. */
const REPORT = `(?:${ARTICLE}|report)`
const THIS = `(?:this|it|that|these|here|(?:this|that|the)(?: whole| full| entire)? (?:${REPORT}|one|thing))`
/** "this", or anything that ends in "article" or goes on behind it: "the Barron's piece on Home Depot". */
const NAMED = `(?<topic>${THIS}|(?:the |that |this )?.*\\b${REPORT}(?: (?:on|about|of|in|from|by) .+)?)`
const SUMMARY =
  '(?:summary|summari[sz]e|summing up|gist|recap|overview|main (?:points?|idea|message|story)|key (?:points?|facts?|takeaways?|idea|message)|takeaways?|bottom line|short version|rundown|run down|lowdown|breakdown|highlights|synopsis|outline|essence|nutshell|in short|in brief|in a nutshell|in a sentence|in one sentence)'
const GIVE = '(?:(?:give|tell|show|get|write|make|send|have|need|want|read)(?: me| us)? |(?:what|whats) (?:is|are) )?'
const SMALL = '(?:(?:a|an|the|your|quick|short|brief|rough|full|one|simple) )*'

const about = (topic: string | undefined): Act => ({ kind: 'about', topic: topicOf(topic) })
const asks =
  (...facts: Fact[]): Rule['act'] =>
  ({ topic }) => ({ kind: 'attribution', facts, topic: topicOf(topic) })
const manners =
  (manner: Manner): Rule['act'] =>
  () => ({ kind: 'manners', manner })
const rule = (pattern: string, act: Rule['act']): Rule => ({ pattern: new RegExp(`^${pattern}$`, 'u'), act })

/** Lines that are nothing but manners; read with their politeness. */
const MANNERS: readonly Rule[] = [
  rule(
    '(?:hi|hello|hey|hiya|howdy|yo|sup|hola|greetings|good (?:morning|evening|afternoon|day))(?: (?:there|bot|all|everyone|you|verbatim|guys|again|friend|mate))*',
    manners('hello'),
  ),
  rule('how are you(?: (?:doing|today))*', manners('hello')),
  rule(
    '(?:ok |okay |great |perfect |cool |wow )*(?:thanks|thank you|cheers|much appreciated|nice one|good bot|nice work|great job|well done|awesome|perfect|cool|great|ok|okay)(?: (?:a lot|so much|very much|you|mate|bot|man|for that|for the help|a bunch|again|that helped))*',
    manners('thanks'),
  ),
  rule('(?:sorry|my bad|oops|apologies|i am sorry|never ?mind)(?: (?:about that|for that|bot))*', manners('sorry')),
  rule(
    '(?:bye|goodbye|good bye|see you|see ya|cya|good night|later|farewell|that is all)(?: (?:bot|all|then|later|for now|everyone))*',
    manners('bye'),
  ),
  rule(
    '(?:please )?(?:help|help me|commands|usage|what can you do|what do you do|how do you work|how does (?:this|it) work|what can i ask(?: you)?|how do i use (?:this|you|it)|what are you for|what do you know)(?: (?:please|bot|here|exactly))*',
    manners('help'),
  ),
  rule(
    '(?:are|is) (?:you|this) (?:a |an |really |just |even )*(?:ai|bot|robot|human|person|real|real person|chatgpt|gpt|machine|llm|language model|computer|alive|chatbot)(?: or .+)?',
    manners('machine'),
  ),
  rule('(?:who|what) are you|who (?:made|built|wrote|created) you|what is your name', manners('machine')),
]

const RULES: readonly Rule[] = [
  // About
  rule(
    `what (?:is|are|was) ${THIS}(?: all| mainly| basically| really)* (?:about|on|saying|covering|for)(?: in short| in brief)?`,
    () => about(undefined),
  ),
  rule(`what (?:is|was) (?<topic>.+? ${REPORT}) (?:all )?(?:about|on)`, ({ topic }) => about(topic)),
  rule(
    `what (?:does|do|did) (?:${THIS}|(?<topic>the .+? ${REPORT})) (?:say|talk about|cover|discuss|report|tell(?: us)?|deal with|mean)`,
    ({ topic }) => about(topic),
  ),
  rule(
    `${GIVE}${SMALL}${SUMMARY}(?: (?:version|please|here))?(?: (?:of|on|for|about|from)?\\s*(?<topic>.+))?`,
    ({ topic }) => about(topic),
  ),
  rule(`(?<topic>.+ ${REPORT}) ${SUMMARY}`, ({ topic }) => about(topic)),
  rule(`sum (?:${THIS}|(?<topic>.+?))(?: all)? up|sum up (?:${THIS}|(?<topic2>.+))`, ({ topic, topic2 }) =>
    about(topic ?? topic2),
  ),
  rule(`what (?:has )?happened(?: (?:here|exactly|then|in ${THIS}))?`, () => about(undefined)),
  rule('what is (?:going on|happening|up|new)(?: here| in (?:this|it|the article))?', () => about(undefined)),
  rule(
    `what is the (?:whole |main )?(?:story|point|news|deal|gist|matter|takeaway|argument)(?: (?:here|(?:of|in) ${THIS}|(?:with|about|behind) (?<topic>.+)))?`,
    ({ topic }) => about(topic),
  ),
  rule(
    `explain(?: (?:${THIS}|everything|(?<topic>the .+ ${REPORT})))?(?: (?:quickly|briefly|simply|to me|in simple (?:terms|words)|in plain english|like i am (?:five|5|stupid)))*`,
    ({ topic }) => about(topic),
  ),
  rule('(?:brief|catch|fill) (?:me|us)(?: (?:up|in))?(?: on (?<topic>.+))?', ({ topic }) => about(topic)),
  // Attribution
  rule(
    `(?:who|which (?:reporter|journalist|author|writer|correspondent|columnist)s?|what (?:reporter|journalist|author|writer)s?) (?:wrote|writes|has written|did|does|authored|penned|reported|filed|is behind|are behind|made|produced) ${NAMED}(?: and (?:when|where)(?: .+)?)?`,
    asks('byline', 'published'),
  ),
  rule('who (?:covered|reported on|wrote about|wrote up) (?<topic>.+?)(?: and when)?', asks('byline')),
  rule(
    `who (?:published|printed|ran|posted|put out|put|carried|released|broadcast) ${NAMED}(?: out)?(?: and when)?`,
    asks('outlet', 'byline'),
  ),
  rule(
    `who (?:is|are|was|were) (?:the |its |this |that )*(?:author|writer|reporter|journalist|columnist|correspondent|editor|byline)s?(?: (?:of|behind|for|on|here))?(?: ${NAMED})?`,
    asks('byline'),
  ),
  rule(
    '(?:the )?(?:author|byline|writer|reporter|by whom|written by)(?: names?)?(?: (?:of|here|for) .*)?',
    asks('byline'),
  ),
  rule(
    '(?:what is|is there|does (?:it|this) have|where is|has it|got) ?(?:a |an |the |any )?(?:byline|author|named author)(?: .*)?',
    asks('byline'),
  ),
  rule(
    `(?:what|which|whose) (?:news )?(?:outlet|newspaper|paper|site|website|publication|magazine|agency|agencies|source|publisher|broadcaster)s? (?:is|was|are|ran|published|carried|printed|put out|did|does|has|wrote|posted|reported|covered) ${NAMED}(?: (?:from|in|on|credited to|out))*`,
    asks('outlet', 'byline'),
  ),
  rule(
    `(?:what is )?(?:the |its )?(?:source|outlet|publisher|publication|newspaper|website)(?: name)?(?: (?:of|for|here) ?${NAMED}?)?`,
    asks('outlet'),
  ),
  rule(
    `where (?:is|was|did|does) ${NAMED} (?:from|published|printed|come from|appear|run|posted)(?: originally)?`,
    asks('outlet', 'dateline'),
  ),
  rule(
    `(?:when|what (?:day|date|year|month)|(?:on|in) (?:what|which) (?:day|date|year)) (?:was|is|were|did|does|has) (?<topic>${THIS}|(?:the |that )?.*\\b${ARTICLE}(?: (?:on|about|of|in) .+?)?|.*? ${REPORT}) (?:been )?(?:published|written|posted|released|come out|came out|printed|appear|put out|updated|from|dated|go up|go live|run|out)(?: .*)?`,
    asks('published'),
  ),
  rule(`when did (?:.+ )?(?:publish|print|run|post|write|release|put out) ${NAMED}`, asks('published')),
  rule(
    `(?:what is )?(?:the |its )?(?:date|publication date|date of publication|pub date|publishing date)(?: (?:of|for|on|here) ?${NAMED}?)?`,
    asks('published'),
  ),
  rule(`how (?:old|recent|new|fresh) is ${NAMED}`, asks('published')),
  rule(`is ${THIS} (?:new|recent|old|fresh|up to date|current)`, asks('published')),
  rule(
    `(?:what|where|which) ?(?:is|was)? ?(?:the |its )?dateline(?: (?:of|for|on|here) ?${NAMED}?)?|(?:the )?dateline|where (?:is|was) (?<topic2>.+) datelined`,
    ({ topic, topic2 }) => ({ kind: 'attribution', facts: ['dateline'], topic: topicOf(topic ?? topic2) }),
  ),
  rule(
    `(?:from )?(?:where|(?:which|what) (?:city|place|country|town|capital|location)) (?:was|is|did|does) ${NAMED} (?:written|reported|filed|file|sent|come|report)(?: from| in)*`,
    asks('dateline'),
  ),
  rule(
    `(?:what is )?(?:the |its |this )?(?:headline|title)(?: (?:of|for|on|here|again) ?${NAMED}?)?`,
    asks('headline'),
  ),
  rule(`what is ${THIS} (?:called|titled|headlined)`, asks('headline')),
  rule(
    `(?:(?:got|get|give|send|show|have|where is|what is|is there|post|drop|share)(?: me| us)? )?(?:a |an |the |any )?(?:link|url|web address|source link|original)(?: (?:to|for|of|here) ?(?:the (?:original|source|full text)|${NAMED})?)?`,
    asks('url'),
  ),
  rule(
    `where can (?:i|we|one) (?:read|find|see|get) (?:${THIS}|(?:the )?(?:full|whole|original|rest|complete).*)`,
    asks('url'),
  ),
  // People
  rule(
    `who (?:is|are|was|were|get|gets|got|has been|have been)(?: all| being)* (?:quoted|cited|interviewed|mentioned|named|speaking|talking)(?: (?:in|by|here) ?${NAMED}?)?`,
    ({ topic }) => ({ kind: 'people', name: null, topic: topicOf(topic) }),
  ),
  rule(
    `who (?:did|does|do) (?:the )?(?:reporters?|authors?|journalists?|${ARTICLE}|writers?|it|they|this|he|she) (?:talk|speak|quote|interview|mention|cite|name)(?: to| with)?(?: .*)?`,
    () => ({ kind: 'people', name: null, topic: null }),
  ),
  rule(
    `(?:which|what) (?:\\p{L}+ )?(?:people|persons?|names|scientists|experts|sources|officials|organi[sz]ations?|companies|groups|politicians|individuals|speakers|researchers|doctors|analysts) (?:are|is|were|was|get|gets|does|do|did)(?: .*)? ?(?:quoted|mentioned?|named|cited?|interviewed|involved|appear|in (?:this|it)|quote|name)(?: .*)?`,
    () => ({ kind: 'people', name: null, topic: null }),
  ),
  rule(
    `who (?:is|are) (?:all )?(?:the )?(?:main |key |other |important )?(?:people|persons|characters|figures|sources|experts|individuals|names|speakers)(?: (?:involved|mentioned|quoted|named|here|in .*))*`,
    () => ({ kind: 'people', name: null, topic: null }),
  ),
  rule(
    `(?:list|name|show)(?: me| us)? (?:all |the |everyone|everybody)*(?: ?(?:people|names|persons|speakers|sources|organi[sz]ations))?(?: (?:quoted|mentioned|named|cited|involved))?(?: (?:here|in .*))?`,
    () => ({ kind: 'people', name: null, topic: null }),
  ),
  rule(
    "who (?:is|was|are) (?<name>(?!the |a |an |your |his |her |their |my |this |that |it |in |on |going |to )[\\p{L}\\p{N}.'&-]+(?: [\\p{L}\\p{N}.'&-]+){0,4})",
    ({ name }) => ({ kind: 'people', name: name ?? null, topic: null }),
  ),
  // Quotations
  rule(
    `(?:(?:are|is) there |do you have |have |got |find |show |list |give |get |read )?(?:me |us )?(?:(?:any|some|all|the|best|more|a|an|every|good|notable|other|direct|top|favou?rite|most important) )*(?:quotes?|quotations?)(?: (?:in|from|of|on|here) ${THIS}| here)?`,
    () => ({ kind: 'quotations', speaker: null, words: null, topic: null }),
  ),
  rule(
    `(?:(?:are|is) there |do you have |have |got |find |show |list |give |get |read )?(?:me |us )?(?:(?:any|some|all|the|best|more|a|an|every|good|notable|other|direct|top) )*(?:quotes?|quotations?) (?:by|from|of) (?<speaker>.+?)(?:'s .+)?(?: (?:about|on|regarding|concerning) (?<words>.+))?`,
    ({ speaker, words }) => ({ kind: 'quotations', speaker: speaker ?? null, words: words ?? null, topic: null }),
  ),
  rule(
    `(?:(?:are|is) there |got |find |show |list |give |get )?(?:me |us )?(?:(?:any|some|all|the|best|more|a|an|every|good) )*(?:quotes?|quotations?) (?:about|on|regarding) (?<words>.+)`,
    ({ words }) => ({ kind: 'quotations', speaker: null, words: words ?? null, topic: null }),
  ),
]

/** Reads what a line asks for. The language is English; other lines are questions. */
export function readAct(line: string): Act {
  return match(MANNERS, foldLine(line)) ?? match(RULES, plainLine(line)) ?? { kind: 'question' }
}

function match(rules: readonly Rule[], text: string): Act | null {
  for (const { pattern, act } of rules) {
    const found = pattern.exec(text)
    if (found !== null) return act(found.groups ?? {})
  }
  return null
}

const NO_TOPIC = new RegExp(`^(?:${THIS}|me|us|you|please|this for me|it for me)?$`, 'u')
const AROUND_TOPIC = new RegExp(
  `^(?:the|that|this|of|on|about|with|for|from) |\\b(?:the )?${REPORT}\\b(?: (?:on|about|of))?|\\b(?:for me|please)\\b`,
  'gu',
)

/** The words that tell which article is meant, without those that only say that it is one. */
function topicOf(text: string | undefined): string | null {
  if (text === undefined || NO_TOPIC.test(text)) return null
  const topic = text.replace(AROUND_TOPIC, ' ').replace(/\s+/g, ' ').trim()
  return topic === '' || NO_TOPIC.test(topic) ? null : topic
}
