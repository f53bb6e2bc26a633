import { TIGHT } from '../report/tokens.js';
import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

/** Lists of words for reading what a share is of, each a bit: a word may be on several, and several are asked at once. */
export const DETERMINERS = 1 << 0;
/** What may stand between a verb or preposition and its number: "by just over". */
export const ROUGHLY = 1 << 1;
/** Verbs that help others, and "be" and "have" themselves. */
export const HELPERS = 1 << 2;
/** Verbs of change and of standing at a figure: what stands before them is the measure, and they are no part of it. */
export const MOVES = 1 << 3;
/** The same as nouns: "a fall of six points in …". */
export const MOVE_NOUNS = 1 << 4;
/** Words that link a verb of change to its figure. */
export const LINKS = 1 << 5;
export const PREPOSITIONS = 1 << 6;
/** Those that open a clause or phrase in front of the main clause. */
export const OPENERS = 1 << 7;
/** Conjunctions that end one clause and open the next. */
export const CONJUNCTIONS = 1 << 8;
/** What nothing said of a share goes on behind. */
export const STOPS = 1 << 9;
/** Words in front of a clause that say nothing of its subject. */
export const ADVERBS = 1 << 10;
/** What somebody says, finds or means follows them. */
export const SAYING = 1 << 11;
/** Those that need no "that": "the council said vacancies had fallen". */
export const SAYING_BARE = 1 << 12;
export const PRONOUNS = 1 << 13;
/** A subject that stands for the measure of another figure. */
export const FIGURES = 1 << 14;
/** What may go with it: "the corresponding national figure". */
export const FIGURE_WORDS = 1 << 15;
/** Nouns that only count: "in 41% of cases". */
export const DULL = 1 << 16;
/** Frequent verbs in their finite form; with the helpers they show where a noun phrase ends. */
export const VERBS = 1 << 17;
/** Verbs whose object is what moves: "has cut absence from 8% to 5%". */
export const CAUSES = 1 << 18;
/** Behind them a verb is that of a relative clause. */
export const RELATIVES = 1 << 19;
/** How many there are of what a noun phrase names. */
export const QUANTITIES = 1 << 20;
/** Those that may stand before a number: "the 4%". */
export const ARTICLES = 1 << 21;
/** The last words of what says how near a number is: "no more than", "as many as", "up to", "at least". */
export const NEARLY = 1 << 22;
/** "The proportion of …": what is counted stands behind. */
export const COUNTS = 1 << 23;
export const NUMERALS = 1 << 24;
/** Verbs and adverbs between a stand-in for a figure and the figure itself. */
export const LINKING = 1 << 25;
/** They open the phrase that says of whom all that follows is. */
export const TOPICS = 1 << 26;
/** Before the name of a place. */
export const PLACING = 1 << 27;
/** The first words of the phrases in `LEADS`. */
export const LEADING = 1 << 28;
export const AND = 1 << 29;
export const WHICH = 1 << 30;

const LISTS = new WordClasses([
  [DETERMINERS, 'the a an its his her their our your my all these those any this that'],
  [
    ROUGHLY,
    'about nearly almost over under more less than some around just only roughly approximately exactly fewer least most close well many much further another merely fully barely nearer somewhat perhaps say little remaining',
  ],
  [
    HELPERS,
    "is are was were be been being has have had having will would can could may might must should do does did isn't aren't wasn't weren't hadn't haven't hasn't",
  ],
  [
    MOVES,
    'rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping increase increases increased increasing decrease decreases decreased reduce reduced reduces reducing grow grows grew grown growing climb climbs climbed climbing improve improves improved narrow narrowed widened shrink shrank shrunk shrinking halve halved doubled trebled tripled quadrupled cut go goes went gone going come comes came coming up down crept edged slipped slid declined declines dipped dipping moved moves remain remains remained stay stayed stays stand stands stood standing hover hovers hovered reach reaches reached hit average averaged averages run runs ran running put recovered jumped leapt soared plunged plummeted sank sunk rocketed ticked inched advanced lifted raised brought bring brings lowered changed budged trimmed closed closing tumbled surged eased nudged dwindled plateaued settled topped peaked worsened deteriorated strengthened slumped shot swollen swelled account accounts accounted managed make makes made making form forms formed represent represents represented comprise comprised total totals totalled equal equals exceeds exceeded get gets got revised upwards downwards slightly sharply steadily slowly further now again still already even ever since barely hardly steeply markedly currently today just',
  ],
  [
    MOVE_NOUNS,
    'rise fall drop increase decrease reduction growth improvement advance decline jump cut dip gain gap loss slide difference',
  ],
  [LINKS, 'from to by at of for in between'],
  [
    PREPOSITIONS,
    'in on for at from to by among across within of under over into with through amongst against between',
  ],
  [
    OPENERS,
    'in on at by for from among amongst across within since during after before under as of out when while although though despite because if once until with without over between given unlike like alongside beyond following throughout where compared according',
  ],
  [CONJUNCTIONS, 'but while although though whereas whilst because when where if unless yet'],
  [
    STOPS,
    'compared against while although but whereas because though whilst unless despite versus leaving making when where which as if before after until so yet meaning suggesting up down unchanged well',
  ],
  [
    ADVERBS,
    'however nevertheless nonetheless moreover meanwhile consequently also too indeed yet still even so overall furthermore similarly likewise nationally locally elsewhere and but or then instead unfortunately encouragingly worryingly again here there although while fortunately only just that both not quite whereas when where because if since though whilst',
  ],
  [
    SAYING,
    'say says said saying find finds found told tells tell means mean meant worried warn warns warned show shows showed shown record records recorded note notes noted report reports reported reveal reveals revealed believe believes believed claim claims claimed points pointed added adds add estimate estimates estimated remembered agreed agree fact concerned pleased suggests suggest suggested heard learned learnt saw concluded learn learns concede concedes conceded knew know known think thinks thought feared explained insists insisted indicate indicates indicated see informed advised confirmed confirms expect expects',
  ],
  [
    SAYING_BARE,
    'say says said warned believe believes believed claim claims claimed think thinks thought found',
  ],
  [
    PRONOUNS,
    'we they it he she i there you this that these those which who them us what nobody somebody everyone none',
  ],
  [
    FIGURES,
    "it it's this that that's figure figures baseline standard average rate proportion share level norm mean equivalent target benchmark total number percentage score ours theirs aim ambition",
  ],
  [
    FIGURE_WORDS,
    "the a an national english welsh scottish regional corresponding comparable equivalent overall average local england wales scotland britain uk same its our their county statistical neighbour neighbours similar own for in of across all as whole group nationally elsewhere authority authorities council councils areas area other others england's country government ministerial target previous figure sn northern ireland",
  ],
  [DULL, 'cases case occasions instances times them it total whole these those all'],
  [
    VERBS,
    'take takes took leads led feel feels felt come comes came go goes went get gets got give gives gave keep keeps kept live lives lived leave leaves left meet meets met worked needed shared turned show shows showed know knows knew say says said tell tells told lasts lasted continue continues continued fare fares fared reread wait waits waited gain gained achieve achieves achieved reach reaches reached receive receives received attend attends attended agree agrees agreed remain remains remained stay stays stayed want wants wanted make makes made fall falls fell rise rises rose fail fails failed lack lacks lacked pass passed passes spend spends spent end ends ended returned returns become becomes became describe describes described contain contains contained include includes included depend depends miss missed misses begin begins began start started starts run runs ran hold holds held see sees saw read reads lose loses lost gone stand stands stood thought think thinks enjoy enjoyed average averaged averages suffer suffers bring brings brought grew improved commented lies fill fills filled provide provides provided',
  ],
  [
    CAUSES,
    'bring brings bringing brought cut cuts cutting reduced reduces reducing raised raises raising lowered lowers lowering pushed pushing drove driven halved doubled',
  ],
  [RELATIVES, 'who which that whose whom they we it'],
  [QUANTITIES, 'most many some too few several nearly almost all of both more far every each'],
  [ARTICLES, 'the a an its their his her our'],
  [NEARLY, 'than least most as to target'],
  [COUNTS, 'proportion percentage share number rate level'],
  [NUMERALS, 'one two three four five six seven eight nine ten'],
  [LINKING, 'stood stands standing reached at now still already only had'],
  [TOPICS, 'of among amongst'],
  [PLACING, 'in across for'],
  [LEADING, 'by in as for all on at of over'],
  [AND, 'and'],
  [WHICH, 'which'],
]);

/** The lists that the word at a token is on, of those asked for. */
export function listsAt(words: Words, token: number, among = -1): number {
  const lists = LISTS.at(words, token, among);
  return lists !== 0 && isCompound(words, token) ? 0 : lists;
}

/** Is the word at a token on one of the lists? */
export const isOn = (words: Words, token: number, lists: number): boolean =>
  LISTS.has(words, token, lists) && !isCompound(words, token);

/** "take-*up*", "drop-*in*": behind its hyphen a word is not what it is elsewhere. */
const isCompound = (words: Words, token: number): boolean =>
  words.mark(token - 1) === HYPHEN && words.gap(token) === TIGHT && words.gap(token - 1) === TIGHT;
const HYPHEN = 0x2d;

/** Phrases in front of a clause that say nothing of its subject, by their first word. */
export const LEADS: ReadonlyMap<string, readonly (readonly string[])[]> = byFirst([
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
  'over that time',
  'over that period',
  'in that time',
  'in fact',
  'of course',
]);

function byFirst(phrases: readonly string[]): Map<string, string[][]> {
  const all = new Map<string, string[][]>();
  for (const words of phrases.map(phrase => phrase.split(' ')))
    all.set(words[0]!, [...(all.get(words[0]!) ?? []), words]);
  return all;
}
