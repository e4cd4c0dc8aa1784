/** The words whose full stop does not end a sentence, by what follows them. Deciding with them is left to `sentences.ts`. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Stand before a name or a word they belong to, never at the end of a sentence. In lower case, without the full stop. */
export const titles = words(
  `mr mrs ms mx dr prof del gen maj col lt capt sgt cpl pvt cmdr adm sen rep gov pres rev fr hon supt det insp messrs mme mlle
  mgr msgr mt ft v vs cf viz approx ca eds dept univ assn gens profs drs sens reps sra srta dra dña sr.ª hr hrn frl
  bzw z.b d.h u.a e.g i.e т.е им ул`,
)

/** Stand before a number: `No. 5`, `Jan. 24`, `pp. 3`. Before anything else they end a sentence as another word would. */
export const beforeNumbers = words(
  `no nos nr núm n.º jan feb mar apr jun jul aug sep sept oct nov dec p pp vol vols ch chap art sec fig figs para par op cap cl
  seg стр рис ст`,
)

/** May stand inside a name or end a sentence: they end it only where the next word is one that opens sentences. */
export const inNames = words(
  'st inc ltd corp co jr sr bros ave blvd rd sq esq dist jan feb aug sept oct nov dec ariz calif colo conn fla mass mich minn miss okla pa tenn tex va wash wis ill ind',
)

/** Follow an hour: `5 p.m. Monday`, `5 p.m. GMT`, but `5 p.m. Police arrived`. */
export const hours = words('a.m p.m am pm')

/** What an hour may be followed by, in lower case, inside the same sentence. */
export const afterHours = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb mar apr jun jul aug sep sept oct nov dec et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet
  cest ist msk eastern central pacific mountain greenwich moscow london local`,
)

/** German writes ordinals as `24.`, before a noun. */
export const afterOrdinals = words(
  'januar februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts geburtstag',
)

/** Words that open sentences and seldom follow an abbreviation inside one. As printed, with their capital. */
export const openers = words(
  `The A An This That These Those He She It They We I You His Her Its Their Our My Your There Here In On At By For From With
  After Before Since During When While If As But And Or So Yet Then Now However Meanwhile Also Although Though Because Some Many
  Most All Both Each No Not One What Who Why How Where Which To Under Over Despite Among According Until Unlike Later Earlier
  El La Los Las Un Una Le Les Une Il Elle Ils Der Die Das Ein Eine Er Sie Es O Os As Um Uma`,
)

/** Tie a question or an exclamation to its speaker: `"Why?" Peskov asked.` */
export const speechVerbs =
  'said|says|asked|asks|replied|answered|added|wrote|told|shouted|cried|exclaimed|demanded|wondered|tweeted|joked|quipped|declared|insisted|continued|explained|remarked|responded|yelled|whispered'
