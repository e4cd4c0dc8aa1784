/** The word lists by which English reporting is read: verbs of speech, titles, roles, bodies, writings. No list decides alone. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/**
 * Verbs that report words, as `base/past/participle`; third person and -ing forms are derived.
 * Sources: the reporting verbs that style books list, and their past tenses.
 */
const REPORTING = `
accuse acknowledge add/added address admit/admitted advise advocate affirm agree allege announce answer argue ask assert assess assure attack
bemoan blast boast brag/bragged call caution challenge characterize characterise charge chant cheer chide cite claim clarify comment compare complain
concede conclude condemn confess confide confirm continue contend counter criticize criticise cry/cried decide declare decry/decried defend demand denounce
deny/denied deride describe detail deem dismiss disclose dispute dub/dubbed elaborate emphasize emphasise exclaim explain express exhort fume gush
grumble guess hail hint hope implore imply/implied indicate inform inquire insist interject joke jest kid/kidded label laugh lament lash liken lecture maintain
mock mention muse mutter murmur mumble note object observe offer opine order pen/penned persist phrase plead pledge point posit post praise pray predict
proclaim profess promise pronounce propose protest proclaim quip/quipped query/queried question rail rant reason recall recite recollect reckon recommend
recount refer/referred reflect refuse reiterate relate remark remember remind repeat reply/replied report request respond reveal retort retweet rip/ripped rule
scold scream shout sigh signal slam/slammed sneer speculate stammer state stipulate stress suggest surmise tease term testify/testified thank theorize
threaten thunder tout trumpet tweet urge utter venture voice volunteer vow wail warn whisper wonder worry/worried yell joke title headline text
`
const IRREGULAR = `
say/said/said tell/told/told write/wrote/written speak/spoke/spoken think/thought/thought sing/sang/sung read/read/read put/put/put go/went/gone
hold/held/held begin/began/begun swear/swore/sworn find/found/found feel/felt/felt give/gave/given shoot/shot/shot
foresee/foresaw/foreseen forecast/forecast/forecast snap/snapped/snapped chime/chimed/chimed weigh/weighed/weighed
aim/aimed/aimed want/wanted/wanted intend/intended/intended seek/sought/sought plan/planned/planned plead/pleaded/pleaded
type/typed/typed use/used/used conclude/concluded/concluded know/knew/known believe/believed/believed close/closed/closed open/opened/opened
`
/** Verbs that report only where the words follow a colon or comma, or are set off before them: "he went on: …". */
const WEAK = list(
  'aim want intend seek plan go hold begin find feel give weigh shoot use know close open read put rule order point think believe hope kid charge offer post cite title',
)

export type CueForm = 'finite' | 'ing' | 'participle' | 'base'
export type CueVerb = { readonly base: string; readonly form: CueForm; readonly weak: boolean }

function conjugate(): ReadonlyMap<string, CueVerb> {
  const forms = new Map<string, CueVerb>()
  const add = (word: string, base: string, form: CueForm) => {
    if (!forms.has(word)) forms.set(word, { base, form, weak: WEAK.has(base) })
  }
  for (const entry of `${IRREGULAR} ${REPORTING}`.trim().split(/\s+/)) {
    const [base = '', past = regularPast(base), participle = past] = entry.split('/')
    add(past, base, 'finite')
    add(/(?:s|sh|ch|x|o)$/.test(base) ? `${base}es` : `${base.replace(/([^aeiou])y$/, '$1ie')}s`, base, 'finite')
    add(participle, base, 'participle')
    add(base, base, 'base')
    const doubled =
      past.endsWith('ed') && past.length === base.length + 3 ? past.slice(0, -2) : base.replace(/([^e])e$/, '$1')
    add(`${doubled}ing`, base, 'ing')
  }
  return forms
}

function regularPast(base: string): string {
  return base.endsWith('e') ? `${base}d` : `${base}ed`
}

/** Every form of every reporting verb, in lower case. */
export const CUE_VERBS: ReadonlyMap<string, CueVerb> = conjugate()

export const TITLES = list(`
mr mrs ms miss mx dr prof sir dame lord lady rev reverend rep reps sen sens gov lt gen col maj capt cmdr adm sgt cpl pvt hon st del atty supt det insp
president vice-president chancellor premier minister secretary senator representative congressman congresswoman governor mayor judge justice
general colonel major captain commander admiral sergeant lieutenant detective inspector officer sheriff chief king queen prince princess
duke duchess pope cardinal archbishop bishop father sister brother rabbi imam ayatollah sheikh professor doctor chairman chairwoman chair
speaker leader director commissioner ambassador envoy councilman councilwoman councillor councilor alderman assemblyman assemblywoman delegate
attorney treasurer taoiseach deputy spokesman spokeswoman spokesperson strategist coach manager editor correspondent pollster nominee candidate
mp mep comrade fr msgr ceo cfo coo cto dj gm
`)

/** Nouns for one who speaks: what a description such as "the Kremlin spokesman" ends in. */
export const ROLES = list(`
${[...TITLES].filter(word => word.length > 4).join(' ')}
ceo cfo coo cto dj activist actor actress adviser advisor advocate agent aide ally analyst announcer anchor applicant artist associate astronaut athlete author attendee attorney
banker billionaire biographer blogger boss boy boyfriend brother businessman businesswoman
campaigner champion chef child citizen clerk cleric coach colleague columnist comedian commentator consultant
contender contractor cop coroner counsel counselor counsellor critic cousin co-founder cofounder co-author co-host co-director coauthor
dad daughter dealer defendant democrat dentist deputy designer developer diplomat doctor driver
economist editor educator employee engineer entrepreneur environmentalist executive expert eyewitness
farmer father fellow fiancee filmmaker firefighter founder friend
girl girlfriend giant graduate grandfather grandmother guard guest guitarist guy
head historian host husband immigrant incumbent informant instructor insider investigator investor
journalist juror lady laureate lawmaker lawyer lecturer legislator liberal lobbyist
magnate man manager member millionaire mogul moderator monk mother mum mom musician
narrator native neighbor neighbour nephew niece nun nurse
official operative organizer organiser owner
paramedic parent participant partner passenger pastor patient philosopher photographer physician physicist pilot player poet policeman policewoman politician
pollster preacher predecessor presenter priest principal prisoner producer programmer prosecutor protester protestor psychiatrist psychologist
publisher realtor refugee reporter republican researcher resident retiree rival runner-up
scholar scientist screenwriter secretary shareholder shopkeeper singer sister soldier solicitor son source specialist sponsor staffer star statesman
strategist student successor supporter surgeon surrogate survivor suspect
teacher technician teenager trader trainer traveler traveller trustee tycoon uncle undersecretary
veteran victim viewer villager visitor volunteer voter warden widow widower wife winner witness woman worker writer youth
aunt bishop co-chair co-chairman comic congressman crowd audience protesters
administrator superintendent meteorologist forecaster climatologist biologist virologist epidemiologist geologist ecologist archaeologist
anthropologist sociologist astronomer chemist neuroscientist cardiologist pediatrician paediatrician dermatologist dietitian nutritionist
therapist chaplain curator librarian conservationist naturalist zookeeper goalkeeper striker midfielder defender quarterback linebacker pitcher
cornerback golfer boxer swimmer skier gymnast cyclist jockey skipper umpire referee barrister magistrate novelist playwright songwriter composer
conductor dancer choreographer drummer bassist vocalist influencer podcaster stylist broker landlord tenant homeowner negotiator mediator
rapporteur ombudsman congressperson chairperson co-owner vice-chair vice-chairman vice-chancellor rector headteacher trooper sailor airman
cosmonaut collector fundraiser donor heir heiress baroness viscount socialite statistician mathematician ethicist theologian criminologist
seismologist volcanologist oceanographer paleontologist palaeontologist zoologist botanist entomologist microbiologist immunologist oncologist
neurologist pharmacist veterinarian midwife caregiver electrician plumber mechanic fisherman trucker rapper showrunner whip
contestant famer rookie provost user fan co-creator creator spokespeople relative bystander onlooker passerby motorist teammate roommate classmate person deportee detainee evacuee trainee acquaintance buddy stepfather stepmother grandson granddaughter sibling bride groom fiance confidant confidante protege mentor czar tsar
relatives
`)

/** Nouns that reporters use for somebody already named: "the New York businessman". */
export const VARIATIONS = list(`
businessman businesswoman senator mogul nominee candidate billionaire lawmaker congressman congresswoman governor republican democrat
politician actor actress singer author star veteran attorney lawyer professor native mother father tycoon magnate millionaire economist
comedian journalist historian scholar activist diplomat general incumbent contender legislator physician doctor rapper president mayor
chancellor premier king queen prince princess pope striker quarterback comic filmmaker
`)

/** Nouns for bodies that speak through statements: with a proper name they are speakers in their own right. */
export const INSTITUTIONS = list(`
academy administration agency alliance army association authority bank board broadcaster bureau cabinet campaign center centre chamber charity
church city club coalition college command commission committee company conference confederation congress consulate corporation council court
daily delegation department embassy federation firm force foundation government group hospital house institute institution journal
league magazine ministry mission monitor movement museum navy network newspaper office organization organisation outlet palace paper parliament party
police post programme project publication regulator school secretariat senate service society station store studio survey taskforce team
think-tank times treasury tribunal trust university watchdog website zoo label airline startup carmaker automaker retailer publisher
military regime union panel airport clinic laboratory lab observatory parish diocese garrison
`)

/** Words that end the names of companies. */
export const COMPANY_WORDS = list(`
inc corp ltd llc plc co airlines airways lines motors pharmaceuticals pharma technologies holdings partners systems industries international enterprises labs studios
pictures records entertainment media networks energy foods stores brands productions news tv radio
`)

/** Nouns for something written or sent, which "says" in its author's stead. */
export const WRITINGS = list(`
account ad advertisement amendment announcement article bill book brief bulletin caption chapter column constitution contract decision declaration
document editorial email e-mail essay filing headline indictment law lawsuit leaflet letter memo message motto note order petition piece play poem
poll post poster press release report resolution ruling script sign slogan song statement story study summary suit survey text transcript tweet
video website guideline guidelines policy memorandum memo blog newsletter complaint disclosure warrant affidavit
placard banner ballot sticker film movie show series album
`)

/** Titles that are followed by a surname and nothing else: "Mr. King". */
export const HONORIFICS = list('mr mrs ms miss')

export const MALE = list(`
he mr sir lord king prince duke father brother husband son uncle nephew grandfather dad boy boyfriend man gentleman widower monk priest pope cardinal
businessman chairman congressman spokesman councilman assemblyman policeman statesman fisherman salesman cameraman actor guy imam rabbi frontman
`)
export const FEMALE = list(`
she mrs ms miss dame lady queen princess duchess mother sister wife daughter aunt niece grandmother mom mum girl girlfriend woman widow nun fiancee
businesswoman chairwoman congresswoman spokeswoman councilwoman assemblywoman policewoman stateswoman actress heiress hostess mistress frontwoman
`)

export const DETERMINERS = list(
  'the a an this that these those his her its their our my your one another some several many two three four five both each every no any',
)
export const PREPOSITIONS = list(`
of in on at by for with from to into about against between through during before after above below under over within without among across
toward towards upon near since until despite amid amidst alongside like as per via outside inside behind beyond besides except regarding around following
`)
export const SUBORDINATORS = list(
  'when while as if although though because since before after once until unless whereas whether that but and or so yet nor then',
)
export const AUXILIARIES = list(`
is are was were be been being am has have had having do does did will would shall should can could may might must ca wo cannot
isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
`)
export const BE = list('is are was were be been being am get gets got')
export const WEEKDAYS_AND_MONTHS = list(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow
`)

/** Words that begin sentences with a capital and never belong to a name there. */
export const OPENERS = list(`
${[...DETERMINERS, ...PREPOSITIONS, ...SUBORDINATORS, ...AUXILIARIES, ...WEEKDAYS_AND_MONTHS].join(' ')}
lest i he she it they we you who what where why how which whose there here not now even also still just only more most much few all other others such
however meanwhile instead indeed perhaps maybe yes no ok well oh please thanks let asked speaking according critics experts officials protesters police
neither either unlike somehow somewhere sometimes someone somebody something everyone everybody everything nobody nothing anyone anything
none soon thus hence otherwise though besides together minutes hours days weeks months years moments
earlier later last next first second third finally nearly almost about both another during despite once again too very many him them us me his her
`)

/** What stands before a person's name without being part of it. */
export const PEOPLES = list(`
american british english scottish welsh irish french german italian spanish portuguese russian ukrainian polish chinese japanese korean indian pakistani
iranian iraqi israeli palestinian syrian turkish egyptian saudi afghan mexican brazilian canadian australian african european asian latino hispanic
swedish norwegian danish dutch belgian swiss austrian greek hungarian czech cuban venezuelan argentine colombian nigerian kenyan
republican republicans democrat democrats democratic gop conservative liberal labour tory green libertarian socialist communist
christian muslim jewish catholic protestant evangelical black white former interim acting then-president
`)

/** What else a title stands for, so that "the senator" finds "Sen. Warren". */
export const ABBREVIATED_TITLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['rep', ['representative', 'congressman', 'congresswoman', 'lawmaker', 'legislator']],
  ['sen', ['senator', 'lawmaker', 'legislator']],
  ['senator', ['lawmaker', 'legislator']],
  ['representative', ['congressman', 'congresswoman', 'lawmaker']],
  ['gov', ['governor']],
  ['gen', ['general']],
  ['lt', ['lieutenant']],
  ['col', ['colonel']],
  ['dr', ['doctor']],
  ['prof', ['professor']],
  ['rev', ['reverend', 'pastor', 'minister']],
  ['pm', ['premier']],
  ['prime', ['premier']],
])
