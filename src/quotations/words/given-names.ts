/** Common given names, as evidence that a run of capitals is a person, and for `he` and `she`. Where names of several countries collide, the English use decides. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const MEN = list(`
aaron abdul abdullah abraham adam adrian ahmad ahmed aidan alan albert alberto aleksandr alejandro aleksei alexander
alexandre alexei alexey alfred ali allen alvin amir anatoly anders andre andreas andrei andrew andrey andy angelo
anthony anton antonio antony arnold arthur arturo asif austin bashar barack barry bart ben benjamin benny bernard
bernie bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan bryce byron
caleb calvin chris carl carlos cedric cesar chad charles chester christian christoph christopher chuck clarence claude
clayton cliff clifford clint colin conor corey cornell craig curtis cyril dan daniel danny darren darryl daryl dave
david dean dennis denis derek derrick desmond devin diego dimitri dirk dmitri dmitriy dmitry dominic don donald doug
douglas duncan dustin dwayne dwight earl ed eddie edgar eduardo edward edwin eli elijah elliot elliott elmer emanuel
emmanuel enrique eric erik ernest ernesto ethan eugene evan fabian felipe felix fernando filip floyd francesco francis
francisco franck francois françois frank franklin franz fred freddie frederic frederick friedrich fritz gabriel
garrett gary gavin gene geoff geoffrey george georges gerald gerard gerhard giovanni giuseppe glen glenn gordon graham
grant greg gregg gregory guillermo gus gustavo guy hamid hank hans harold harry harvey hassan hector helmut henri
henry herbert herman hiroshi horst howard hugh hugo hussein ian ibrahim igor ike isaac ivan ivor jack jacob jacques
jake jamal james jared jason javier jay jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joe joel
joey johan johannes john johnny jon jonas jonathan jorge jose josé josef joseph josh joshua juan julian julien julio
jurgen justin kamal kareem karl karim keith ken kenneth kenny kevin khalid kirk klaus konstantin kurt kyle lamar lance
larry lars laurence laurent lawrence len lenny leo leon leonard leonid leroy lester lewis liam lionel lloyd logan
lorenzo lou louis luca lucas luigi luis lukas luke luther magnus mahmoud malcolm manuel marc marcel marco marcus mario
mark marko markus marlon martin marvin mateo matt matteo matthew maurice max maxim maxime mehmet mel melvin michael
michel mick miguel mike mikhail milan miles milton mitch mitchell mitt mohamed mohammad mohammed muhammad moises
mustafa nate nathan nathaniel neal ned neil nelson newt nicholas nick nicolas nigel nikita nikolai nikolay noah nolan
norman oleg oliver olivier omar oscar oskar osama otto owen pablo paolo pascal patrick paul pavel pedro perry pete
peter phil philip philippe phillip pierre piotr preston quentin rafael rahul ralph ramon randall randy raul raúl ravi
ray raymond recep reggie reginald reince rene rex ricardo richard rick ricky rob robert roberto rod rodney rodrigo
roger roland roman ron ronald ronnie ross roy ruben rudolf rudy rupert russ russell ruslan ryan salman salvador samir
samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn shinzo sid silvio simon spencer
stan stanley stefan stephan stephen sterling steve steven stewart stuart sven tariq ted terence terrence theo theodore
thomas tim timothy toby todd tom tommy tony travis trevor tristan tyler ulrich vadim valentin valery vernon victor
viktor vince vincent vitaly vlad vladimir volodymyr wade wallace walter warren wayne wendell werner wilhelm will
willard william willie winston wolf wolfgang xavier xi yasser yuri yusuf yves zachary
`)

export const WOMEN = list(`
abigail ada adriana agnes aisha alba alejandra alexandra alice alicia alison allison alma alyssa amanda amber amelia
amina amy ana anastasia angela angelina anita ann anna anne annette annie antonia anya april ariana arlene astrid
audrey ava barbara beatrice becky belinda bernadette bernice beth bethany betsy betty beverly beyonce bianca bonnie
brenda bridget brigitte brittany brooke camille candace candice carla carly carmel carmen carole carolina caroline
carolyn carrie catarina catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine
cindy claire clara claudia colleen connie constance cora cristina crystal cynthia daisy daniela danielle daphne
darlene dawn deborah debbie debra deirdre denise diana diane dianne dolores donna dora doris dorothy ebony edith
eileen elaine eleanor elena eliza elizabeth ella ellen eloise elsa elsie emily emma erica erika erin esther ethel
eugenia eva evelyn faith fatima felicia fiona florence frances francesca gabriela gabrielle gail gayle georgia
geraldine gertrude gina ginger gisele gladys glenda gloria grace greta gretchen guadalupe gwen gwendolyn hannah
harriet hazel heather heidi helen helena helga hilary hillary holly hope ida imani ines ingrid irene irina iris irma
isabel isabella isabelle ivana ivanka jacqueline jane janet janice jasmine jeanette jeanne jenna jennifer jenny
jessica jill joan joanna joanne jocelyn johanna josephine joy joyce juanita judith judy julia juliana julie juliet
june karen karin karina karla katarina kate kathleen katherine kathryn kathy katie katrina katya kayla keisha
kellyanne kendra kimberly kirsten krista kristen kristin kristina krystal lana latoya laura lauren laurie leah leila
lena leticia lidia lila lillian lily linda lisa liz liza lois lola loretta lori lorraine louisa louise lucia lucille
lucy luisa lupe lydia lynn lyubov mabel madeleine madison maggie malala mandy marcia margaret margarita maria mariah
marian marianne marie marilyn marina marine marissa marjorie marlene marsha martha mary matilda maureen maxine maya
megan meghan melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mimi mindy
miranda miriam moira molly mona monica monique muriel myra nadia nadine nancy naomi natalia natalie natasha nathalie
nicole nikki nina noelle nora norma octavia olga olivia olympia oprah pam pamela patricia patty paula pauline pearl
peggy penelope penny petra phoebe phyllis pilar polly priscilla rachel ramona raquel rebecca regina renee rhonda rita
roberta rosa rosalind rose rosemary rosie roxanne ruby ruth sabrina sadie sally samantha sandra sara sarah selena
serena sharon sheila shelley sherry shirley sigrid silvia simone sofia sonia sonya sophia sophie stacy stefanie stella
stephanie sue susan susana susanne suzanne svetlana sylvia tamara tammy tania tanya tara tatiana teresa tess thelma
theresa therese tiffany tina trudy ursula valentina valerie vanessa vera veronica victoria viola violet virginia wanda
wendy whitney wilma winifred yolanda yulia yvette yvonne zainab zoe
`)

/** Names that men and women both bear. */
export const EITHER = list(`
alex alexis andrea angel ari ariel ashley avery bailey blake cameron carey carol casey charlie courtney dakota
dale dana darcy devon dominique drew emerson frankie jackie jamie jan jean jessie jody jordan jules kelly kerry kim
kit lee leslie lindsay lindsey loren mackenzie marion micah morgan nicky noel parker pat peyton quinn reese riley
ripley robin rory rowan sam sandy sasha shannon sidney skyler stacey stevie sydney taylor terry tracy val vivian yael
`)
