/** Lines that are nothing but manners, good or bad: hello, thanks, help, insults. */
import type { Manner } from './act.ts'
import { type Rule, rule } from './rules.ts'

const manners =
  (manner: Manner): Rule['act'] =>
  () => ({ kind: 'manners', manner })

const VERY = '(?:so |really |very |such |a |an |totally |completely |just |pretty |fucking |absolutely )*'
const BAD =
  '(?:useless|stupid|dumb|rubbish|garbage|trash|shit|bullshit|crap|terrible|awful|worthless|idiot|idiotic|moron|liar|no help|not helpful|unhelpful|horrible|pathetic|shitty|crappy|asshole|bitch)'

/** Lines that are nothing but manners; read with their politeness. */
export const MANNERS: readonly Rule[] = [
  rule(
    '(?:hi|hello|hey|hiya|howdy|yo|sup|hola|greetings|good (?:morning|evening|afternoon|day))(?: (?:there|bot|all|everyone|you|verbatim|guys|again|friend|mate))*',
    manners('hello'),
  ),
  rule('how are you(?: (?:doing|today))*', manners('hello')),
  rule(
    '(?:ok |okay |great |perfect |cool |wow |lol |ah |oh |alright )*(?:thanks|thank you|thank u|cheers|nice|lol|good job|interesting|fair enough|got it|i see|much appreciated|nice one|good bot|nice work|great job|well done|awesome|perfect|cool|great|ok|okay)(?: (?:a lot|so much|very much|you|mate|bot|man|for that|for the help|a bunch|again|that helped))*',
    manners('thanks'),
  ),
  rule(
    '(?:sorry|sry|no worries|no problem|you(?: are|.re) welcome|my bad|oops|apologies|i am sorry|never ?mind)(?: (?:about that|for that|bot))*',
    manners('sorry'),
  ),
  rule(
    '(?:bye|goodbye|good bye|see you|see ya|cya|good night|later|farewell|that is all)(?: (?:bot|all|then|later|for now|everyone))*',
    manners('bye'),
  ),
  rule(
    '(?:please )?(?:help|help me|commands|usage|what can you do|how can you help(?: me| us)?|what are your commands|what are you good for|how do i ask(?: you)?|what do you do|how do you work|how does (?:this|it) work|what can i ask(?: you)?|how do i use (?:this|you|it)|what are you for|what do you know)(?: (?:please|bot|here|exactly))*',
    manners('help'),
  ),
  rule(
    '(?:are|is) (?:you|this) (?:a |an |really |just |even )*(?:ai|bot|robot|human|person|real|real person|chatgpt|gpt|machine|llm|language model|computer|alive|chatbot)(?: or .+)?',
    manners('machine'),
  ),
  rule(
    `(?:oh |omg |wow |lol |hey |ok |wtf |and |so )*(?:(?:fuck|screw)(?: you| off| this| it| u)|f u|stfu|shut up|go to hell|piss off|wtf|what the (?:fuck|hell)|you (?:really |just |totally )?suck|this (?:really )?sucks|(?:bad|stupid|dumb|useless|shit|crap|shitty|terrible|worst) bot|(?:you(?: are|.re)|this is|that is|that was) ${VERY}${BAD}(?: (?:bot|answer|program))?)(?: (?:bot|man|dude|you|idiot|asshole))*`,
    manners('insult'),
  ),
  rule('(?:who|what) are you|who (?:made|built|wrote|created) you|what is your name', manners('machine')),
]
