/** Slips of typing and short forms that are common in chat, and what they stand for; what an index lacks is left to `spelling.ts`. */

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
minster minister minsiter minister ecomony economy econmy economy milion million bilion billion hapened happened hapen happen
`
  .trim()
  .split(/\s+/)

const meant: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, pair) => [pairs[2 * pair] ?? '', pairs[2 * pair + 1] ?? '']),
)

/** The question with what was meant for each slip in lower case; a word with a capital may be a name and stays. */
export function mendSlips(question: string): string {
  return question.replace(
    /(?<![\p{L}\p{N}'’&.-])\p{Ll}[\p{Ll}\p{Nd}]*(?![\p{L}\p{N}'’&])/gu,
    word => meant.get(word) ?? word,
  )
}
