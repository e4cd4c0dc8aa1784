/** Slips of typing and short forms that are common in chat, and what they stand for; what an index lacks is left to `spelling.ts`. */

import { analyserFor } from '../text/analyse.ts'
import { isUsed } from './spelling.ts'

const pairs = `
recieve receive recieved received recieves receives wich which goverment government goverments governments govt government gov government
definately definitely seperate separate seperated separated occured occurred occurence occurrence untill until beleive believe beleived believed
beleives believes becuase because becasue because becuz because bcuz because cuz because coz because thier their teh the adn and taht that
tommorow tomorrow tomorow tomorrow yesturday yesterday wierd weird freind friend freinds friends enviroment environment enviromental environmental
presidant president presedent president prez president embarass embarrass accomodate accommodate accross across agressive aggressive alot much
appearently apparently arguement argument assasinated assassinated begining beginning buisness business busines business calender calendar
catagory category cemetary cemetery commitee committee comittee committee concious conscious dissapear disappear dissapeared disappeared
dissapointed disappointed existance existence familar familiar foriegn foreign futher further gaurd guard happend happened happned happened
happenned happened immediatly immediately independant independent knowlege knowledge lisence license maintainance maintenance millitary military
neccessary necessary necesary necessary noticable noticeable ocasion occasion oppurtunity opportunity parliment parliament parlament parliament
peice piece persue pursue politican politician politicans politicians posession possession prefered preferred publically publicly
realy really refered referred relevent relevant religous religious resistence resistance responce response responsability responsibility
sieze seize siezed seized similiar similar succesful successful successfull successful sucessful successful supercede supersede suprise surprise
suprised surprised tendancy tendency threatend threatened truely truly unforseen unforeseen unfortunatly unfortunately vaccum vacuum volcanoe volcano
wheather weather whos who whats what wheres where whens when hows how whys why wat what wut what wot what y why u you ur your r are ppl people
ppls people b4 before pres president yr year yrs years mins minutes abt about bout about wen when wher where whn when dat that dis this
polise police polce police poeple people peopel people peple people kiled killed killd killed injuried injured arested arrested elction election
electon election campain campaign campagin campaign annouced announced anounced announced announed announced annouce announce resined resigned
lawer lawyer lawers lawyers atack attack atacked attacked attaked attacked helth health hosptial hospital hospitol hospital shoting shooting
shoting shooting meen mean meny many thaught thought throught through untill until wether whether
shoud should woud would coud could shuld should wuld would culd could dint didn't didnt didn't doesnt doesn't wasnt wasn't isnt isn't
evry every evryone everyone somthing something anyting anything nuthing nothing ther there thay they thru through bc because rlly really
srsly seriously prolly probably govts governments minster minister minsiter minister ecomony economy econmy economy milion million bilion billion hapened happened hapen happen
`
  .trim()
  .split(/\s+/)

const meant: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, pair) => [pairs[2 * pair] ?? '', pairs[2 * pair + 1] ?? '']),
)

/** The question with what was meant for each slip; a word with a capital may be a name and stays, unless the question begins with it. */
export function mendSlips(question: string): string {
  return question.replace(
    /(?<![\p{L}\p{N}'’&.-])(?:(?<=^\s*)\p{Lu})?\p{Ll}[\p{Ll}\p{Nd}]*(?![\p{L}\p{N}'’&])/gu,
    word => meant.get(word.toLowerCase()) ?? swapped(word) ?? word,
  )
}

/** The stop word that a word is but for two letters swapped: "whihc". A word that people use is none. */
function swapped(word: string): string | undefined {
  if (word.length < 3 || word.length > 8) return undefined
  for (let place = 0; place < word.length - 1; place++) {
    const other = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2)
    if (other !== word && analyserFor('en').analyse(other).stop) return isUsed(word) ? undefined : other
  }
  return undefined
}
