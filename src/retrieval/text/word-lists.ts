/** Closed lists of words that `text/` reads texts by: each list once, and by its name. */

const split = (list: string): readonly string[] => list.trim().split(/\s+/)

/** English contractions and question words that natural's list of stop words lacks. */
export const englishStopWords = split(`
the whose whoever whatever whichever whenever wherever nor not no yes else ever just shall upon will may off
down let does having until although though yet unless per via hers yourselves dont doesnt didnt isnt arent
wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt im ive youre youve hes shes theyre theyve
weve thats whats whos heres theres lets s t
`)

/** natural has a German stemmer but no German stop words. */
export const germanStopWords = split(`
aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des die dies diese
dieser dieses doch dort du durch ein eine einem einen einer eines er es für gegen hat hatte hier ich ihr ihre im in
ist ja jede jeder kann kein keine man mein mit muss nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind
so über um und uns unter vom von vor war waren warum was wegen weil wenn wer werden wie wieder wir wird wo wurde
wurden zu zum zur welche welcher welches wann wem wen hatten haben
`)

// Lists by which a term is classed hold stems: "january" stands as "januari", "seventy" as "seventi".
export const calendar = split(`
januari februari march april june juli august septemb octob novemb decemb monday tuesdai wednesdai thursdai fridai
saturdai sundai mondai tuesday wednesday thursday friday saturday sunday centuri decad spring summer autumn winter
yesterdai tomorrow todai
`)
export const numberWords = split(`
one two three four five six seven eight nine ten eleven twelv thirteen fourteen fifteen sixteen twenti thirti forti
fifti sixti seventi eighti nineti hundr thousand million billion trillion dozen half quarter twice third fourth fifth
first second sixth seventh eighth ninth tenth sever doubl tripl singl
`)
export const pronouns = split(`
he she it thei they him her them his hi their it thi this these those that
`)
export const reasons = split(`
becaus due sinc caus reason therefor thu order result so account
`)
export const placePrepositions = split(`
in at near from on across outsid insid within through around
`)
export const measures = split(`
percent mile kilomet metr meter km feet foot inch acr hectar ton tonn pound kilogram dollar euro degre year month week
dai day hour minut second centimet squar cubic gallon litr liter watt mph people inhabit
`)

/** From an irregular form to its base form, lower-case: words whose base form no rule finds. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  `
wrote write, written write, began begin, begun begin, won win, took take, taken take, gave give, given give, made
make, found find, left leave, became become, built build, held hold, led lead, met meet, sold sell, bought buy, died
die, known know, knew know, grew grow, grown grow, fought fight, lost lose, told tell, spoke speak, spoken speak,
chose choose, chosen choose, taught teach, thought think, brought bring, caught catch, went go, gone go, came come,
saw see, seen see, sent send, spent spend, ran run, sang sing, sung sing, rose rise, risen rise, fell fall, fallen
fall, broke break, broken break, drew draw, drawn draw, drove drive, driven drive, ate eat, eaten eat, flew fly, flown
fly, kept keep, paid pay, said say, shot shoot, slept sleep, stood stand, stole steal, stolen steal, swore swear,
sworn swear, threw throw, thrown throw, wore wear, worn wear, heard hear, hid hide, hidden hide, laid lay, dealt deal,
felt feel, meant mean, sought seek, struck strike, understood understand, withdrew withdraw, arose arise, forgot
forget, froze freeze, hung hang, wives wife, men man, women woman, children child, people person, lives life, leaves
leaf, feet foot, teeth tooth, mice mouse, halves half, thieves thief, knives knife, selves self, wolves wolf,
phenomena phenomenon, criteria criterion, bacteria bacterium, media medium, data datum, analyses analysis, crises
crisis
`
    .trim()
    .split(/,\s+/)
    .map(pair => {
      const [form = '', base = ''] = pair.split(/\s+/)
      return [form, base]
    }),
)
