/** Groups of words that news reports use for one another and that WordNet does not bring together; ours, put down by hand. */

const groups = [
  'arrest detain apprehend jail imprison custody',
  'spokesman spokeswoman spokesperson',
  'kill die dead death fatality casualty slay',
  'injure wound hurt',
  'attack assault strike raid',
  'protest demonstration rally march',
  'protester demonstrator marcher',
  'say state tell announce declare',
  'ask request urge demand call',
  'buy purchase acquire',
  'sell sale',
  'fire dismiss sack oust',
  'hire appoint recruit',
  'resign quit step',
  'elect election vote poll ballot',
  'win victory triumph defeat beat',
  'law bill legislation act statute',
  'court judge tribunal trial',
  'sentence convict conviction',
  'accuse blame charge allege',
  'deny reject dismiss refute',
  'agree agreement deal accord pact treaty',
  'talk negotiation dialogue discussion negotiate discuss',
  'meet meeting summit',
  'war conflict fighting battle',
  'soldier troop military army',
  'leader head chief boss president',
  'company firm business corporation',
  'money fund cash payment',
  'cost price worth',
  'rise increase grow climb jump',
  'fall drop decline decrease sink',
  'begin start launch open',
  'end finish stop close halt',
  'found establish create set',
  'build construct erect',
  'destroy demolish wreck ruin',
  'doctor physician medic',
  'police officer cop',
  'child kid boy girl',
  'wife husband spouse marry married',
  'home house residence live reside',
  'city town',
  'car vehicle automobile',
  'illness disease sickness',
  'big large huge',
  'near close beside next',
  'picture photograph photo image',
  'film movie',
  'message statement letter',
  'help aid assist support',
  'ban prohibit forbid outlaw',
  'allow permit let',
  'send sent issue distribute',
  'reply respond answer response',
  'plan intend intention',
  'need require',
  'happen occur event',
]

/** Places and their people whose names have too little in common to be told by their letters. */
const peoples = [
  'britain british briton uk',
  'spain spanish spaniard',
  'france french frenchman',
  'netherlands dutch holland',
  'wales welsh',
  'greece greek',
  'ireland irish',
  'switzerland swiss',
  'denmark danish dane',
  'poland polish pole',
  'turkey turkish turk',
  'finland finnish finn',
  'england english',
  'scotland scottish scot',
  'sweden swedish swede',
  'norway norwegian',
  'philippines filipino',
  'thailand thai',
  'cyprus cypriot',
  'iceland icelandic',
  'china chinese',
  'afghanistan afghan',
  'kazakhstan kazakh',
  'pakistan pakistani',
  'peru peruvian',
  'argentina argentine',
  'ukraine ukrainian',
  'europe european eu',
  'america american us usa',
]

/** From a word to the others of its groups. */
export const synonyms = othersOf(groups)

/** The same for the names of places and of their people. */
export const nameSynonyms = othersOf(peoples)

function othersOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...new Set(lines.flatMap(line => line.split(' ')))].map(word => {
      const others = lines.map(line => line.split(' ')).filter(line => line.includes(word))
      return [word, [...new Set(others.flat())].filter(other => other !== word)]
    }),
  )
}
