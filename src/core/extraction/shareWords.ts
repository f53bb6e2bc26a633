/** Word lists for reading what a share is of. Folded words. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = list('the a an its his her their our your my all these those any this that');

/** What may stand between a verb or preposition and its number: "by just over". */
export const ROUGHLY = list(
  'about nearly almost over under more less than some around just only roughly approximately exactly fewer least most close well many much further another merely fully barely nearer somewhat perhaps say little remaining',
);

/** Verbs that help others, and "be" and "have" themselves. */
export const HELPERS = list(
  "is are was were be been being has have had having will would can could may might must should do does did isn't aren't wasn't weren't hadn't haven't hasn't",
);

/** Verbs of change and of standing at a figure: what stands before them is the measure, and they are no part of it. */
export const MOVES = list(
  'rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping increase increases increased increasing decrease decreases decreased reduce reduced reduces reducing grow grows grew grown growing climb climbs climbed climbing improve improves improved narrow narrowed widened shrink shrank shrunk shrinking halve halved doubled trebled tripled quadrupled cut go goes went gone going come comes came coming up down crept edged slipped slid declined declines dipped dipping moved moves remain remains remained stay stayed stays stand stands stood standing hover hovers hovered reach reaches reached hit average averaged averages run runs ran running put recovered jumped leapt soared plunged plummeted sank sunk rocketed ticked inched advanced lifted raised brought bring brings lowered changed budged trimmed closed closing tumbled surged eased nudged dwindled plateaued settled topped peaked worsened deteriorated strengthened slumped shot swollen swelled account accounts accounted make makes made making form forms formed represent represents represented comprise comprised total totals totalled equal equals exceeds exceeded get gets got revised upwards downwards slightly sharply steadily slowly further now again still already even ever since barely hardly steeply markedly currently today just',
);

/** The same as nouns: "a fall of six points in …". */
export const MOVE_NOUNS = list(
  'rise fall drop increase decrease reduction growth improvement decline jump cut dip gain gap loss slide difference',
);

/** Words that link a verb of change to its figure. */
export const LINKS = list('from to by at of for in between');

export const PREPOSITIONS = list(
  'in on for at from to by among across within of under over into with through amongst against between',
);

/** Those that open a clause or phrase in front of the main clause. */
export const OPENERS = list(
  'in on at by for from among amongst across within since during after before under as of out when while although though despite because if once until with without over between given unlike like alongside beyond following throughout where compared',
);

/** Conjunctions that end one clause and open the next. */
export const CONJUNCTIONS = list('but while although though whereas whilst because when where if unless yet');

/** What nothing said of a share goes on behind. */
export const STOPS = list(
  'compared against while although but whereas because though whilst unless despite versus leaving making when where which as if before after until so yet meaning suggesting up down unchanged well',
);

/** Words in front of a clause that say nothing of its subject. */
export const ADVERBS = list(
  'however nevertheless nonetheless moreover meanwhile consequently also too indeed yet still even so overall furthermore similarly likewise nationally locally elsewhere and but or then instead unfortunately encouragingly worryingly again here there although while fortunately only just that both not quite whereas when where because if since though whilst',
);

/** Phrases of the kind, by first word, up to the comma or the subject. */
export const LEADS: readonly (readonly string[])[] = [
  'by contrast',
  'in contrast',
  'as a consequence',
  'as a result',
  'for example',
  'for instance',
  'all the same',
  'on the other hand',
  'in all',
  'in total',
  'at the same time',
  'in addition',
  'in particular',
  'at least',
  'on average',
  'in fact',
  'of course',
].map(phrase => phrase.split(' '));

/** What somebody says, finds or means follows them. */
export const SAYING = list(
  'say says said saying find finds found told tells tell means mean meant worried warn warns warned show shows showed shown record records recorded note notes noted report reports reported reported reveal reveals revealed believe believes believed claim claims claimed points pointed added adds add estimate estimates estimated remembered agreed agree fact concerned pleased suggests suggest suggested heard learned learnt saw concluded learn learns concede concedes conceded knew know known think thinks thought feared explained insists insisted indicate indicates indicated',
);

export const PRONOUNS = list(
  'we they it he she i there you this that these those which who them us what nobody somebody everyone none',
);

/** A subject that stands for the measure of another figure. */
export const FIGURES = list(
  'it this that figure figures average rate proportion share level norm mean equivalent target benchmark total number percentage score ours theirs aim ambition',
);

/** What may go with it: "the corresponding national figure". */
export const FIGURE_WORDS = list(
  "the a an national english welsh scottish regional corresponding comparable equivalent overall average local england wales scotland britain uk same its our their county statistical neighbour neighbours similar own for in of across all as whole group nationally elsewhere authority authorities council councils areas area other others england’s england's country government ministerial target previous figure",
);

/** Nouns that only count: "in 41% of cases". */
export const DULL = list('cases case occasions instances times them it total whole these those all');

/** Frequent verbs in their finite form; with the helpers they show where a noun phrase ends. */
export const VERBS = list(
  'take takes took leads led feel feels felt come comes came go goes went get gets got give gives gave keep keeps kept live lives lived leave leaves left meet meets met worked needed shared turned show shows showed get know knows knew say says said tell tells told lasts lasted continue continues continued fare fares fared reread wait waits waited gain gained achieve achieves achieved reach reaches reached receive receives received attend attends attended agree agrees agreed remain remains remained stay stays stayed want wants wanted make makes made fall falls fell rise rises rose fail fails failed lack lacks lacked pass passed passes spend spends spent end ends ended return returned returns become becomes became describe describes described contain contains contained include includes included depend depends say miss missed misses begin begins began start started starts run runs ran hold holds held see sees saw read reads lose loses lost gone stand stands stood thought think thinks enjoy enjoyed average averaged averages suffer suffers fell bring brings brought grew improved commented lies fill fills filled provide provides provided lost ',
);

/** Those that need no "that": "the council said vacancies had fallen". */
export const SAYING_BARE = list(
  'say says said warned believe believes believed claim claims claimed think thinks thought found',
);

/** Verbs whose object is what moves: "has cut absence from 8% to 5%". */
export const CAUSES = list(
  'bring brings bringing brought cut cuts cutting reduced reduces reducing raised raises raising lowered lowers lowering pushed pushing drove driven halved doubled',
);
