/** English words whose base form no rule finds; what they mean is left to `wordnet.ts`. */

const forms =
  'wrote write, written write, began begin, begun begin, won win, took take, taken take, gave give, given give, made make, found find, left leave, became become, ' +
  'built build, held hold, led lead, met meet, sold sell, bought buy, died die, known know, knew know, grew grow, grown grow, fought fight, lost lose, ' +
  'told tell, spoke speak, spoken speak, chose choose, chosen choose, taught teach, thought think, brought bring, caught catch, went go, gone go, came come, ' +
  'saw see, seen see, sent send, spent spend, ran run, sang sing, sung sing, rose rise, risen rise, fell fall, fallen fall, broke break, broken break, drew draw, ' +
  'drawn draw, drove drive, driven drive, ate eat, eaten eat, flew fly, flown fly, kept keep, paid pay, said say, shot shoot, slept sleep, stood stand, ' +
  'stole steal, stolen steal, swore swear, sworn swear, threw throw, thrown throw, wore wear, worn wear, heard hear, hid hide, hidden hide, laid lay, dealt deal, ' +
  'felt feel, meant mean, sought seek, struck strike, understood understand, withdrew withdraw, arose arise, forgot forget, froze freeze, hung hang, ' +
  'wives wife, men man, women woman, children child, people person, lives life, leaves leaf, feet foot, teeth tooth, mice mouse, halves half, thieves thief, ' +
  'knives knife, selves self, wolves wolf, phenomena phenomenon, criteria criterion, bacteria bacterium, media medium, data datum, analyses analysis, crises crisis'

/** From an irregular form to its base form, lower-case. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  forms.split(', ').map(pair => {
    const [form = '', base = ''] = pair.split(' ')
    return [form, base]
  }),
)
