/** Lines that ask which articles there are, what one is about, or where it comes from. */
import type { Act, Fact } from './act.ts'
import { ARTICLE, GIVE, NAMED, REPORT, type Rule, rule, SMALL, SUMMARY, THIS, topicOf } from './rules.ts'

const about = (topic: string | undefined): Act => ({ kind: 'about', topic: topicOf(topic) })
const asks =
  (...facts: Fact[]): Rule['act'] =>
  ({ topic }) => ({ kind: 'attribution', facts, topic: topicOf(topic) })

const ARTICLES = '(?:articles|stories|texts|documents|sources)'

export const ARTICLE_RULES: readonly Rule[] = [
  rule(
    `(?:list|show|show me|list of|what are|(?:a |the )?list of)(?: all)?(?: of)?(?: the| your| my| our)? ${ARTICLES}(?: (?:you have|here|there are|please))*`,
    () => ({ kind: 'articles' }),
  ),
  rule(
    `(?:what|which|how many) ${ARTICLES} (?:do you (?:have|know|answer from|use|hold)|have you (?:got|read)|are (?:there|here|available|in here)|can i ask about)(?: here)?|(?:all|all the) articles`,
    () => ({ kind: 'articles' }),
  ),
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
  rule(
    `(?:i (?:did not|didn't|have not|haven't|cannot|can't) (?:read|finish|open)(?: all)?(?: of)? ${THIS} )?what (?:does|do|did) ${THIS} (?:say|argue|claim|conclude|reveal|show|tell us|find)`,
    () => about(undefined),
  ),
  rule(`eli ?5(?: ${THIS})?`, () => about(undefined)),
  rule(`what are (?:they|people|you all|we) talking about`, () => about(undefined)),
  rule(`what (?:${THIS}) (?:is|was) (?:all )?about`, () => about(undefined)),
  rule(
    `what (?:should|do|must) (?:i|we|you|one) (?:need to )?know(?: (?:about|from) (?:${THIS}|(?<topic>the .+ ${REPORT})))?`,
    ({ topic }) => about(topic),
  ),
  rule(
    `what (?:is|are|was|were) (?:the )?(?:most important|main|key|biggest|central) (?:things?|points?|facts?|findings?|conclusions?|arguments?|claims?|message|part)(?: (?:here|(?:in|of|from) ${THIS}))?`,
    () => about(undefined),
  ),
  rule(`what is (?:the|its) (?:conclusion|bottom line|upshot)(?: (?:here|(?:in|of) ${THIS}))?`, () => about(undefined)),
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
  rule(
    `(?:from|in) (?:what|which) (?:news)?(?:paper|outlet|site|website|magazine|publication) (?:is|was) ${NAMED}(?: from)?`,
    asks('outlet'),
  ),
  rule(`(?:is|was) ${THIS} (?:from|in|by|published (?:by|in)|written by) (?:the )?.{2,40}`, asks('outlet', 'byline')),
  rule(`how long ago (?:was|did) ${NAMED} (?:written|published|come out|posted)`, asks('published')),
  rule(`when (?:was|is) ${THIS} (?:last )?(?:updated|changed|edited)(?: last)?`, asks('published')),
  rule(
    `(?:can|could|where can|may) (?:i|we|you) (?:read|see|find|get|open) (?:the )?(?:original|full (?:article|text|story|piece))(?: (?:somewhere|anywhere|online|here))?|(?:read )?the original (?:somewhere|anywhere)`,
    asks('url'),
  ),
  rule(
    `(?:read|see|find|get|open) (?:the )?(?:original|full (?:article|text|story|piece))(?: (?:somewhere|anywhere|online))?`,
    asks('url'),
  ),
  rule(`(?:what is )?(?:the )?name of (?:the |its )?(?:author|writer|reporter|journalist)`, asks('byline')),
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
]
