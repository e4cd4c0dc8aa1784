/** Lines that ask for people, for quotations, or for passages on a topic. */
import type { Act, Which } from './act.ts'
import { ARTICLE, NAME, NAME2, NAMED, OFFER, type Rule, rule, SOME, THIS, topicOf } from './rules.ts'

const list =
  (which: Which): Rule['act'] =>
  ({ topic }) => ({ kind: 'people', name: null, which, topic: topicOf(topic) })
const person: Rule['act'] = ({ name, name2 }) => ({
  kind: 'people',
  name: name ?? name2 ?? null,
  which: 'named',
  topic: null,
})
const quotes = (speaker: string | undefined, words: string | undefined, best: string | undefined): Act => ({
  kind: 'quotations',
  speaker: speaker ?? null,
  words: words ?? null,
  isBest: best !== undefined,
  topic: null,
})
const topic = (words: string | undefined, isWhether: boolean): Act => ({ kind: 'topic', words: words ?? '', isWhether })

export const PEOPLE_RULES: readonly Rule[] = [
  // People
  rule(
    `who (?:is|are|was|were|get|gets|got|has been|have been)(?: all| being)* (?:quoted|cited|interviewed|speaking|talking)(?: (?:in|by|here|on|about)? ?${NAMED}?)?`,
    list('quoted'),
  ),
  rule(
    `who (?:is|are|was|were|get|gets|got)(?: all| being)* (?:mentioned|named|involved|in)(?: (?:in|by|here)? ?${NAMED}?)?`,
    list('named'),
  ),
  rule(
    `who (?:did|does|do) (?:the )?(?:reporters?|authors?|journalists?|${ARTICLE}|writers?|it|they|this|he|she) (?:talk|speak|quote|interview|mention|cite|name)(?: to| with)?(?: .*)?`,
    list('quoted'),
  ),
  rule(
    `(?:(?:which|what) )?(?:\\p{L}+ )?(?:organi[sz]ations?|companies|groups|bodies|institutions|agencies|firms|parties|teams|businesses|countries and organi[sz]ations) (?:are|is|were|was|get|gets|does|do|did)?(?: .*)? ?(?:quoted|mentioned?|named|cited?|involved|appear|come up|in (?:this|it)|here|quote|name)(?: .*)?`,
    list('bodies'),
  ),
  rule(
    `(?:which|what) (?:\\p{L}+ )?(?:people|persons?|names|politicians|individuals|characters|celebrities|players) (?:are|is|were|was|get|gets|does|do|did)(?: .*)? ?(?:mentioned?|named|involved|appear|come up|in (?:this|it)|name)(?: .*)?`,
    list('named'),
  ),
  rule(
    `(?:which|what) (?:\\p{L}+ )?(?:people|persons?|names|scientists|experts|sources|officials|politicians|individuals|speakers|researchers|doctors|analysts|witnesses|players|leaders) (?:are|is|were|was|get|gets|does|do|did)(?: .*)? ?(?:quoted|mentioned?|named|cited?|interviewed|involved|appear|in (?:this|it)|quote|name)(?: .*)?`,
    list('quoted'),
  ),
  rule(
    `who (?:is|are) (?:all )?(?:the )?(?:main |key |other |important )?(?:people|persons|characters|figures|individuals|names|players)(?: (?:involved|mentioned|named|here|(?:in|of) .*))*`,
    list('named'),
  ),
  rule(
    `who (?:is|are) (?:all )?(?:the )?(?:main |key |other |important )?(?:sources|experts|speakers|people|persons)(?: (?:quoted|cited|here|in .*))*`,
    list('quoted'),
  ),
  rule(
    `(?:list|name|show)(?: me| us)? (?:all |the |everyone|everybody)*(?: ?(?:organi[sz]ations|companies|groups))(?: .*)?`,
    list('bodies'),
  ),
  rule(
    `(?:list|name|show)(?: me| us)? (?:all |the |everyone|everybody)*(?: ?(?:people|names|persons|speakers|sources))?(?: (?:quoted|cited))(?: (?:here|in .*))?`,
    list('quoted'),
  ),
  rule(
    `(?:list|name|show)(?: me| us)? (?:all |the |everyone|everybody)*(?: ?(?:people|names|persons|speakers|sources))?(?: (?:mentioned|named|involved))?(?: (?:here|in .*))?`,
    list('named'),
  ),
  rule(
    `(?:any|are there any) (?:experts|sources|officials|witnesses|scientists|people) (?:quoted|cited|interviewed)(?: (?:here|in ${THIS}))?`,
    list('quoted'),
  ),
  rule(`(?:names|people|persons)`, list('named')),
  rule(`who (?:spoke|talked) (?:to|with) (?:the )?(?:reporters?|journalists?|author|paper|press)`, list('quoted')),
  rule(
    `who (?:is|was|are) (?:this |that |the hell is |on earth is )*${NAME}(?: (?:guy|person|woman|man|lady|dude))`,
    person,
  ),
  rule(`who (?:the hell|on earth|the heck|exactly) (?:is|was) ${NAME}`, person),
  rule(`who (?:is|was|are) ${NAME}(?: (?:again|anyway|exactly))?`, person),
  rule(`who ${NAME} (?:is|was|are)`, person),
  rule(`(?:what is ${NAME}'s (?:job|role|title|position|profession)|what does ${NAME2} do(?: for a living)?)`, person),
  rule(`what is ${NAME}`, person),
  // Topics
  rule(
    `(?:does|do|did|is|are|was|were) (?:${THIS}|the articles?|any(?: of the)? articles?|they|anybody|anyone|you) (?:ever |also |even |actually )?(?:mention|mentions|talk about|speak of|refer to|discuss|cover|name|contain|have (?:anything|something) (?:on|about)|say (?:anything|something) (?:about|on)|know (?:anything|something) (?:about|on)) (?<words>.+?)(?: at all| anywhere| (?:in|by) ${THIS})?`,
    ({ words }) => topic(words, true),
  ),
  rule(
    `(?:is|are|was|were) (?:there )?(?:any |a )?(?:mention of )?(?<words>.+?) (?:ever |also |even )?(?:mentioned|discussed|talked about|covered|named|brought up)(?: (?:at all|anywhere|here|in .*))?`,
    ({ words }) => topic(words, true),
  ),
  rule(`(?:is there )?any mention of (?<words>.+?)(?: (?:at all|anywhere|here|in ${THIS}))?`, ({ words }) =>
    topic(words, true),
  ),
  // Quotations
  rule(
    `what (?:quotes?|quotations?) (?:are|is) (?:there|in ${THIS}|here)|what (?:people|they|everyone) (?:said|say)|what did (?:people|everyone|they) say`,
    () => quotes(undefined, undefined, undefined),
  ),
  rule(
    `what (?:is|are|was|were) (?<speaker>.+?)(?:'s|s) (?:exact )?(?:words|quotes?|quotations?|comments?|remarks?|statements?)(?: (?:about|on|regarding) (?<words>.+))?`,
    ({ speaker, words }) => quotes(speaker, words, undefined),
  ),
  rule(`${OFFER}${SOME}(?:quotes?|quotations?)(?: (?:in|from|of|on|here) ${THIS}| here)?`, ({ best }) =>
    quotes(undefined, undefined, best),
  ),
  rule(
    `${OFFER}${SOME}(?:quotes?|quotations?|statements?|words) (?:by|from|of) (?<speaker>.+?)(?:'s .+)?(?: (?:about|on|regarding|concerning) (?<words>.+))?`,
    ({ speaker, words, best }) => quotes(speaker, words, best),
  ),
  rule(`${OFFER}${SOME}(?:quotes?|quotations?) (?:about|on|regarding) (?<words>.+)`, ({ words, best }) =>
    quotes(undefined, words, best),
  ),
  rule(
    `(?:quote|cite) (?<speaker>(?!unquote)[^?]{3,40}?)(?: (?:about|on|regarding) (?<words>.+))?`,
    ({ speaker, words }) => quotes(speaker, words, undefined),
  ),
  rule(
    `(?<speaker>.{3,40}?)(?:'s)? (?:quotes?|quotations)(?: (?:about|on|regarding) (?<words>.+))?`,
    ({ speaker, words }) => quotes(speaker, words, undefined),
  ),
  rule(
    `(?:does|did|do|has|have) (?<speaker>.+?) (?:say|said|comment|commented|speak|talk)(?: anything| something)? (?:about|on|regarding|to say about) (?<words>.+)`,
    ({ speaker, words }) => quotes(speaker, words, undefined),
  ),
  rule(
    `(?:(?:tell|inform|teach) (?:me|us) (?:more |something |everything )?(?:about|on|of)|(?:is there |have you |got |do you have |what do you (?:have|know) )?(?:anything|something|everything|info|information|news|details|stuff)? ?(?:about|on|regarding)|what about|more (?:about|on)|search(?: for)?|look up|find(?: me)?|show me) (?<words>(?!me\\b|it\\b|that\\b|this\\b|who\\b|what\\b|when\\b|where\\b|why\\b|how\\b|which\\b|if\\b|whether\\b|out\\b).+)`,
    ({ words }) => topic(words, false),
  ),
  rule(
    `what (?:does|do|did) (?:${THIS}|the articles?|they) (?:say|have|tell us|report|mention) (?:about|on|of|regarding) (?<words>.+)`,
    ({ words }) => topic(words, false),
  ),
]
