import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

/** What a word is, as far as it is known by itself. */
export const DETERMINER = 1 << 0;
export const AUXILIARY = 1 << 1;
/** Verbs that stand between what is graded and its grade, also with an object ("rated the home good"). */
export const JUDGING = 1 << 2;
export const VERB = 1 << 3;
export const ADVERB = 1 << 4;
export const PRONOUN = 1 << 5;
export const STOP = 1 << 6;
export const PREPOSITION = 1 << 7;
/** "We’ll", "it’s", "there’s": a pronoun and its verb in one. */
export const CONTRACTED = 1 << 8;
export const IRREGULAR = 1 << 9;
export const ARTICLE = 1 << 10;
export const MODAL = 1 << 11;
/** Pronouns that can be nothing but a subject. */
export const PERSON = 1 << 12;
/** Numbers in words. */
export const NUMERAL = 1 << 13;
export const QUANTITY = 1 << 14;
/** Words that make a quantity of those around them, rather than only go with one. */
export const SOLID = 1 << 15;
/** "Rating", "verdict": what a grade is, and not whose. */
export const WORTH = 1 << 16;
export const AND = 1 << 17;
export const OR = 1 << 18;
export const BUT = 1 << 19;
/** "To", "last": they may stand in a group of verbs, or in a noun phrase, by what follows. */
export const TO_OR_LAST = 1 << 20;
/** Words that stand for no noun when they stand alone. */
export const NO_NOUN = 1 << 21;
/** "The help given to children": participles behind their noun. */
export const GIVEN = 1 << 22;
export const BEING = 1 << 23;
/** "We’ll", "it’s", and not "that’s". */
export const CONTRACTED_PRONOUN = 1 << 24;
export const PRONOUNS = PRONOUN | CONTRACTED_PRONOUN;
/** "Most", "overall", "family": they look like adverbs and may stand within a noun phrase. */
export const WITHIN = 1 << 25;
export const AGO = 1 << 26;
/** "All", "both". */
export const ALL = 1 << 27;
export const OTHER = 1 << 28;
/** What a noun phrase is not, where it begins and where it ends. */
export const LEADING = 1 << 29;
export const TRAILING = 1 << 30;

/** Number words in order: one to nineteen, then tens from twenty on. */
export const NUMERAL_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety';
const contractions = (pronouns: string): string =>
  pronouns
    .split(' ')
    .flatMap(pronoun => ['s', 're', 've', 'll', 'd', 'm'].map(ending => `${pronoun}'${ending}`))
    .join(' ');

const CLASSES = new WordClasses([
  [
    DETERMINER,
    'the a an its their our his her this that these those all both every each any no your my whose same',
  ],
  [
    AUXILIARY,
    "is are was were be been being has have had having will would must should may might can could shall do did does isn't aren't wasn't weren't hasn't haven't hadn't won't can't cannot couldn't",
  ],
  [
    JUDGING,
    'rated judged graded found deemed branded classed ruled labelled assessed described describes describe declared declares regarded regards regard considered evaluated evaluates brands handed hands rates judges grades finds rate judge grade make makes made called calls call pronounced thought held see saw seen sees leaves left gave give gives awarded awards put keeps keep get got hear confirmed',
  ],
  [
    VERB,
    'followed follows remains remain remained stays stay stayed kept becomes became become continues continue continued gets marked scored ranked evaluated confirms concluded concludes reported reports require requires required requiring perform performs performed says said say told tells received receives receive achieved achieves achieve gained gains given dropped drops drop rose rises rise fallen fell falls fall risen moved moves move gone goes go went come comes came climbed climbs climb slipped slips slip slumped slumps tumbled tumbles plunged plunge plunges plummeted plummets slid slides sank sinks crashed crashes nosedived nosedives soared soars leapt leaps jumped jumps deserve deserves deserved lowered raised lifted lift hold holds lagged lag met meets meet reached reaches reach retained retains regained earned earns secured won lost loses joined joins joins ended ends emerged emerge escaped settled fared lose shed sheds lower lowers declined carry carries attracted drew led escapes returned returns wanted wants want hopes hoping hoped expects expected expect intend intends aim aims shows showed shown visited inspected stopped stops announced praised awaits published replied asked referred accept accepts sat laid replaces replaced resulted uses noted observed celebrates celebrating celebrated hung clung took takes believe believes know knows think thinks met understand',
  ],
  [
    ADVERB,
    'now again also still consistently already currently previously formerly overall then once today only just not never no longer thus too therefore rightly most more less likely unlikely due able least at yet ever here as all each both separately very jointly also recently nevertheless either however likewise namely somewhat even',
  ],
  [PRONOUN, 'it they he she we i you us them'],
  [
    STOP,
    'that which who whom when where because since after before as if whether or but although while though until how why than so what whereas',
  ],
  [PREPOSITION, 'of for in to with on from by at under within into across between about through'],
  [CONTRACTED | CONTRACTED_PRONOUN, contractions('we they you i it he she')],
  [CONTRACTED, contractions('that who there here')],
  [
    IRREGULAR,
    'been done seen known held kept met put led made left lost won gone come become begun shown set',
  ],
  [ARTICLE, 'the a an its their our his her this that no'],
  [MODAL, 'will would shall should must may might can could'],
  [PERSON, 'we they i he she'],
  [NUMERAL | QUANTITY | SOLID, NUMERAL_WORDS],
  [
    QUANTITY,
    'both all each every none most many some several few more fewer other others another further remaining rest half third quarter fifth sixth seventh eighth tenth thirds quarters fifths tenths dozen hundred almost nearly about roughly around over just under exactly only a an the of its our their his her these those per cent in out them us than less handful number proportion share percentage',
  ],
  [
    SOLID,
    'half third quarter fifth sixth seventh eighth tenth thirds quarters fifths tenths both none most many some several few cent number proportion share percentage rest other others handful each remaining',
  ],
  [
    WORTH,
    'rating ratings grade grades grading judgement judgements judgment judgments verdict mark score word answer outcome label status level',
  ],
  [AND, 'and'],
  [OR, 'or'],
  [BUT, 'but'],
  [TO_OR_LAST, 'to last'],
  [
    NO_NOUN,
    'nothing none nobody one there here this that these those inspected what everything again up down top bottom far better worse separate latest second third short nationally ready confident stuck away nor years year months weeks',
  ],
  [BEING, 'being'],
  [WITHIN, 'most more at overall early family'],
  [AGO, 'ago'],
  [ALL, 'all both'],
  [OTHER, 'other'],
  [LEADING, 'and or own but with by including out'],
  [TRAILING, 'and or alone itself themselves as so'],
  [GIVEN, 'given received made provided offered'],
]);

/** All that the word at a token is, as bits. */
export const classesAt = (words: Words, token: number): number => CLASSES.at(words, token);

/** Is the word at a token of one of these classes? */
export const isOf = (words: Words, token: number, classes: number): boolean =>
  CLASSES.has(words, token, classes);
