/** First names that are common in English-language news: a name that is typed rightly is never taken for another one. */

const names = `
aaron abby abdul abdullah abigail abraham ada adam adele aditi adrian adriana agnes ahmad ahmed aidan aiden aileen aisha alan alana albert
alberto alec alejandro alessandro alex alexander alexandra alexis alfred ali alice alicia alina alisha alison allan allen allison alma alvin
alyssa amanda amber amelia amina amir amit amy ana anastasia andre andrea andreas andres andrew andy angel angela angelica angelina angie
angus anil anita ann anna annabelle anne annette annie anthony antoine anton antonia antonio anya april archie ariana arjun arlene arnold
arthur arturo asha ashley ashton astrid athena aubrey audrey august austin ava avery ayesha barbara barney barry beatrice becky belinda bella
ben benedict benjamin bennett bernadette bernard bernice bernie bert bertha bessie beth bethany betsy betty beverly bianca bill billie billy
blake bob bobbie bobby bonnie boris brad bradley brandon brandy brayden brenda brendan brent brett brian briana bridget brittany brooke bruce
bruno bryan bryce bryan byron caitlin caleb calvin cameron camilla camille candace candice cara carl carla carlo carlos carlton carmen carol
carole caroline carolyn carrie carson carter casey cassandra cassie catherine cathy cecil cecilia celeste celia cesar chad chandra charlene
charles charlie charlotte chase chelsea cheryl chester chloe chris christian christie christina christine christopher christy cindy claire
clara clarence clark claude claudia claudio clay clayton clifford clint clinton clive clyde cody colin colleen collin connie connor conrad
constance cora corey cornelius cory courtney craig cristian cristina crystal curtis cynthia daisy dale dallas damian damien damon dan dana
daniel daniela daniella danielle danny daphne darcy daria darius darla darlene darrell darren darryl daryl dave david dawn dean deanna debbie
deborah debra deepak deirdre delia della denis denise dennis derek derrick desmond destiny diana diane dianne diego dimitri dina dolores
dominic dominique don donald donna donny dora doreen dorian doris dorothy doug douglas drew duane duncan dustin dwayne dwight dylan earl ed
eddie edgar edith edmund edna eduardo edward edwin eileen elaine eleanor elena eli elias elijah elisa elise eliza elizabeth ella ellen ellie
elliot elliott elmer eloise elon elsa elsie elvira emanuel emil emilia emilio emily emma emmanuel enrique eric erica erik erika erin ernest
ernesto ernie esteban estelle esther ethan ethel eugene eunice eva evan evangeline eve evelyn ezra faith farah fatima felicia felipe felix
fernando fiona flora florence floyd frances francesca francesco francis francisco francois frank frankie franklin fred freda freddie frederick
frieda gabriel gabriela gabrielle gail gareth garrett garry gary gavin gayle gemma gene genevieve geoff geoffrey george georgia georgina
gerald geraldine gerard gertrude gilbert gina ginger giorgio giovanni gladys glen glenda glenn gloria gordon grace graham grant greg gregory
greta guadalupe guillermo gustav gustavo guy gwen hailey hal hank hannah hans harley harold harriet harris harrison harry harvey hasan hassan
hazel heather hector heidi helen helena helene henri henry herbert herman hilary hilda holly homer hope howard hubert hugh hugo humphrey hunter
hussein ian ibrahim ida ignacio igor ilya imran ina ines ingrid ira irene irina iris irma irving isaac isabel isabella isabelle isaiah ismail
israel ivan ivy jack jackie jackson jacob jacqueline jacques jade jaime jake jamal james jamie jan jana jane janet janice janine jared jasmin
jasmine jason jasper javier jay jayden jayne jean jeanette jeanne jeff jefferson jeffery jeffrey jen jenna jennie jennifer jenny jeremiah
jeremy jermaine jerome jerry jesse jessica jessie jesus jill jillian jim jimmy jo joan joann joanna joanne jocelyn jodi jodie jody joe joel
joey johan johanna john johnathan johnnie johnny jon jonah jonas jonathan jordan jorge jose josef joseph josephine josh joshua josie joy joyce
juan juana juanita judith judy jules julia julian juliana julie juliet julio julius june justin justine kaitlyn kamala karen kari karim karin
karina karl karla kate katelyn katharine katherine kathleen kathryn kathy katie katrina katya kay kayla keira keisha keith kelley kelli kellie
kelly kelsey kelvin ken kendall kendra kenneth kenny kent kerry kevin khalid kiera kim kimberly kirk kirsten klaus kristen kristi kristin
kristina kristine kristy krystal kurt kyle kylie lana lance lara larry lars latoya laura lauren laurence laurie lawrence lea leah leanne lee
leigh leila lena leo leon leona leonard leonardo leroy leslie lester leticia levi lewis liam lila lillian lillie lilly lily linda lindsay lindsey
lionel lisa liz liza lizzie lloyd logan lois lola lora loren lorena lorenzo loretta lori lorraine lou louie louis louisa louise luca lucas
lucia lucille lucinda lucy luigi luis luisa luke lydia lyle lynda lynn lynne mabel mack maddie madeleine madeline madison mae magdalena maggie
mahmoud malcolm malik mallory mandy manuel mara marc marcel marcia marco marcos marcus margaret margarita margie margo margot maria mariah
marian marianne marie marilyn marina mario marion marisa marissa marjorie mark markus marlene marlon marsha marshall marta martha martin
martina marvin mary mason mateo matt matteo matthew mattie maureen maurice max maxine maxwell maya megan meghan mehmet mel melanie melinda
melissa melody melvin mercedes meredith mia micah michael micheal michele michelle miguel mike mikhail mildred miles milton mimi mindy minnie
miranda miriam misty mitch mitchell mohamed mohammad mohammed moira mollie molly mona monica monique morgan moses muhammad muriel mustafa myra
myron myrtle nadia nadine nancy naomi natalia natalie natasha nathan nathaniel neal ned neha neil nell nellie nelson nettie nicholas nichole
nick nicolas nicole nigel nikita nikki nikolai nina noah noel nora norma norman oleg olga olive oliver olivia ollie omar opal ophelia orlando
oscar oswald otis otto owen pablo paige pam pamela paolo pascal pat patricia patrick patsy patti patty paul paula paulette pauline paulo pavel
pearl pedro peggy penelope penny percy perry pete peter petra peyton phil philip phillip phoebe phyllis pierre piers polly porter preston
prince priscilla priya quentin quincy quinn rachael rachel rafael raj rajesh ralph ramon ramona randall randy raphael raquel rashid raul ravi
ray raymond rebecca regina reginald rene renee reuben rex reza rhonda ricardo richard rick ricky riley rita rob robbie robert roberta roberto
robin robyn rochelle roderick rodney rodrigo roger roland roman ron ronald ronnie rory rosa rosalie rosalind rosanna rose rosemary rosie ross
roxanne roy ruben ruby rudolph rudy rufus russell ruth ryan sabrina sadie sally salma salvador sam samantha samir sammy samuel sandra sandy
sanjay sara sarah sasha saul savannah scott sean sebastian selena serena serge sergei sergey sergio seth shana shane shannon shari sharon shaun
shauna shawn sheila shelby sheldon shelley shelly sheri sherman sherri sherry sheryl shirley sidney sienna silas silvia simon simone sofia
sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan stefanie stella stephanie stephen steve steven stewart stuart sue
summer sunil susan susanna susanne susie suzanne svetlana sven sybil sydney sylvester sylvia tabitha tamara tammy tania tanya tara tariq tasha
tatiana taylor ted terence teresa teri terrance terrence terri terry tessa thelma theo theodore theresa therese thomas tia tiffany tim timothy
tina tobias toby todd tom tomas tommy toni tony tracey traci tracy travis trent trevor tricia trisha tristan troy tyler tyrone ursula usman
valentina valerie vanessa vera vernon veronica vicki vickie vicky victor victoria vijay vikram vince vincent viola violet virgil virginia
vivian vivienne vladimir volodymyr wade walter wanda warren wayne wendell wendy wesley whitney wilbur wilfred will willard willem william
willie willis wilma winifred winston wolfgang wyatt xavier yasmin yolanda yuri yusuf yvette yvonne zach zachary zara zelda zoe zoey
`

/** Lower-case. */
export const firstNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/))
