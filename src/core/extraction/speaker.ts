import { hasAnyOf, hasCategory, placeOf, setOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Voice } from './finding.js';
import { opensInMinutes } from './minutes.js';
import { officialFigures } from './officialFigures.js';
import type { Unvoiced } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';
import { isAuxiliary, isDeterminer } from './verbs.js';
import { hasYear } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const SPEAKING = setOf('speech', 'finding-verb', 'inspectors', 'inspectorate');
const SPEECH = placeOf('speech');
const FINDING = placeOf('finding-verb');
const INSPECTORS = placeOf('inspectors');
const INSPECTORATE = placeOf('inspectorate');
const OWNER = placeOf('inspectorate-owner');
const PROVIDER = placeOf('provider-role');
const OTHER = placeOf('other-role');
const JUDGING = placeOf('judging');
const GRADE = placeOf('grade');
const SCALE = placeOf('scale');
const ANOTHER_BODY = placeOf('another-body');

const TITLES = new WordSet('mr mrs ms miss dr');
const PERSONS = new WordSet('he she they');
const FINDERS = new WordSet('they it he she');
const PRONOUNS = new WordSet('he she they i we');
/** Roles that inspectorates have too: "CQC's deputy director", "chief inspector". */
const OFFICES = new WordSet('director deputy chief interim');

/** Whose voice it is, and what says so. */
export interface Speaker {
  readonly voice: Voice;
  readonly cue: Mention | undefined;
  /** It says so beyond doubt, whatever stands around. */
  readonly firm?: true;
  /** It gives a grade, and nothing need go on from there. */
  readonly aside?: true;
}

/** What of a sentence speaks, is spoken of and lies outside quotation marks, in order. */
interface Cast {
  /** The first verb of speech. */
  verb: Mention | undefined;
  readonly finding: Mention[];
  readonly inspectors: Mention[];
  readonly people: Mention[];
  /** The inspectorate's own by title: "Ofsted's regional director". */
  office: Mention | undefined;
  /** An inspector by rank. */
  police: Mention | undefined;
}

/** Who is named with a verb of speech, or a pronoun that stands for the last speaker. */
export function speakerOf(
  words: Words,
  sentence: Unvoiced,
  inside: Uint8Array,
  carry: VoiceCarry,
): Speaker | undefined {
  const official = officialFigures(words, sentence, inside, carry);
  if (official) return official;
  const minuted = opensInMinutes(words, sentence, carry);
  if (minuted) return minuted;
  if (!hasAnyOf(sentence, SPEAKING)) return undefined;
  const cast = castOf(words, sentence, inside);
  if (cast.verb && cast.police) return { voice: 'other', cue: cast.police, firm: true };
  if (cast.verb && isSentBy(words, sentence, cast.verb))
    return { voice: 'other', cue: cast.verb, firm: true };
  if (cast.verb && namesAge(words, sentence, inside)) return { voice: 'other', cue: cast.verb, firm: true };
  const mainly = mainlyFinds(words, sentence, cast);
  if (mainly && !mainly.aside) return mainly;
  const speaker =
    opensWithFinding(words, sentence, cast) ??
    opensWithSpeech(words, sentence, cast, carry) ??
    (cast.verb && whoSays(words, cast, cast.verb, carry)) ??
    whoFinds(words, cast, carry);
  return mainly && speaker?.voice === 'inspectorate' ? { ...speaker, firm: true } : (mainly ?? speaker);
}

/** "The commissioner, Dame Ruth Hale, said": whom a government has sent to a council. */
function isSentBy(words: Words, { from }: Unvoiced, { from: verb }: Mention): boolean {
  if (words.at(verb - 1) === 'be' || BEEN.has(words.reading, verb - 1)) return false;
  for (let i = verb - 1; i >= Math.max(from, verb - SENT); i--)
    if (words.at(i) === 'commissioner')
      return isDeterminer(words, i - 1) || OF_STATE.has(words.reading, i - 1);
  return false;
}
/** In tokens. */
const SENT = 9;
const OF_STATE = new WordSet("government's improvement interim independent government");

/** "Imogen Hale, 17, said": whoever is told by age speaks for nobody else. */
function namesAge(words: Words, { from, to }: Unvoiced, inside: Uint8Array): boolean {
  for (let i = from + 2; i < to; i++) {
    if (!words.isNumber(i) || inside[i] !== 0 || words.mark(i - 1) !== COMMA) continue;
    if (words.mark(i + 1) === COMMA && words.isCapital(i - 2) && isAge(words.at(i))) return true;
  }
  return false;
}
const COMMA = 0x2c;
const isAge = (number: string): boolean => number.length === 2 || (number.length === 1 && number > '4');

/** "Inspectors also found that …", "Inspectors noted: …": what follows may name others that say something. */
function opensWithFinding(
  words: Words,
  { from }: Unvoiced,
  { finding, inspectors: [inspector] }: Cast,
): Speaker | undefined {
  if (!inspector || inspector.from > from + 1) return undefined;
  for (const verb of finding)
    if (verb.from >= inspector.to && verb.from <= inspector.to + 1)
      if (
        words.at(verb.to - 1) === 'that' ||
        words.at(verb.to) === 'that' ||
        words.at(verb.to) === 'us' ||
        words.mark(verb.to) === COLON ||
        HAD.has(words.reading, verb.from - 1)
      )
        return { voice: 'inspectorate', cue: verb, firm: true };
  return undefined;
}

const COLON = 0x3a;
const HAD = new WordSet('had have has');

/** "Ofsted has rated the service good.", "In its report, Ofsted said …", and no headline; with a year a grade may be background. */
function mainlyFinds(
  words: Words,
  sentence: Unvoiced,
  { inspectors, verb: speech }: Cast,
): Speaker | undefined {
  const inspector = inspectors.find(m => !PAPERS.has(words.reading, m.to - 1));
  const last = words.mark(sentence.to - 1);
  if (!inspector || (last !== DOT && last !== COLON) || inspector.from - sentence.from > OPENING)
    return undefined;
  if ((speech && speech.from < inspector.from) || LINKS.hasAny(words.reading, sentence.from, inspector.from))
    return undefined;
  const end = endOf(inspector, inspectors);
  let at = end;
  while (at < end + LEAD && LEADING.has(words.reading, at)) at++;
  // "CQC rates services on a scale of four grades"
  if (hasCategory(sentence, SCALE) && !words.at(at).endsWith('ed')) return undefined;
  const graded = hasCategory(sentence, GRADE);
  if (graded && hasYear(words, sentence) && !HAD.has(words.reading, end)) return undefined;
  for (const verb of sentence.mentions)
    if (verb.from === at && (verb.place === FINDING || (graded && verb.place === JUDGING)))
      return {
        voice: 'inspectorate',
        cue: verb,
        firm: true,
        ...(verb.place === JUDGING ? { aside: true as const } : {}),
      };
  return undefined;
}

/** "HM Inspectorate" may be of Probation. */
function endOf({ to }: Mention, inspectors: readonly Mention[]): number {
  for (const other of inspectors) if (other.from < to && other.to > to) return other.to;
  return to;
}
const DOT = 0x2e;
/** What a committee reads may be a report too. */
const PAPERS = new WordSet('report letter');
const LEADING = new WordSet('has have had also now today still however');
/** In tokens. */
const LEAD = 3;
/** Behind them stands what somebody else says, or what is said by the way. */
const LINKS = new WordSet('that who which whose where wherever as because since after when what if');

/** "The council said that …": the inspected body's people before the verb, and nobody else. */
function opensWithSpeech(
  words: Words,
  sentence: Unvoiced,
  { verb, inspectors, people, office }: Cast,
  { own, genre }: VoiceCarry,
): Speaker | undefined {
  // In what tells of many bodies, one of them is not the one inspected.
  if (office || genre === 'statistics' || words.at(sentence.from) === 'one') return undefined;
  if (!verb || own === 'inspectorate' || verb.from - sentence.from > OPENING || !saysThat(words, verb))
    return undefined;
  if (hasCategory(sentence, ANOTHER_BODY) || inspectors.some(m => m.from < verb.to + TO_WHOM))
    return undefined;
  const [first, second] = people.filter(m => m.to <= verb.from);
  return first && !second && first.place === PROVIDER
    ? { voice: 'provider', cue: first, firm: true }
    : undefined;
}
/** In tokens. */
const OPENING = 10;
const TO_WHOM = 3;

/** "said that", "told the committee that", but not "told us that" */
function saysThat(words: Words, { to }: Mention): boolean {
  for (let i = to - 1; i < to + TO_WHOM; i++)
    if (words.at(i) === 'that') return true;
    else if (words.at(i) === 'us') return false;
  return false;
}

function castOf(words: Words, { mentions }: Unvoiced, inside: Uint8Array): Cast {
  const cast: Cast = {
    verb: undefined,
    finding: [],
    inspectors: [],
    people: [],
    office: undefined,
    police: undefined,
  };
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const { place } = mention;
    if (inside[mention.from] !== 0) continue;
    if (place === SPEECH) cast.verb ??= mention;
    else if (place === FINDING) cast.finding.push(mention);
    else if (isOfPolice(words, mention)) cast.police ??= mention;
    else if (place === INSPECTORS || place === INSPECTORATE) cast.inspectors.push(mention);
    else if (place === OWNER) cast.office ??= officeOf(words, mention);
    else if (place === PROVIDER || place === OTHER) cast.people.push(mention);
  }
  return cast;
}

/** "Chief Inspector Ruth Hale, of Wexshire Police": a rank, and no inspector’s. */
function isOfPolice(words: Words, { place, to }: Mention): boolean {
  if ((place !== INSPECTORS && place !== INSPECTORATE) || words.at(to - 1) !== 'inspector') return false;
  if (!words.isCapital(to)) return false;
  return POLICE.hasAny(words.reading, to + 1, to + RANKED);
}
const POLICE = new WordSet('police constabulary');
/** In tokens. */
const RANKED = 9;

/** "Ofsted's new regional director": whose it is, where an office of theirs stands behind it. */
function officeOf({ reading }: Words, owner: Mention): Mention | undefined {
  for (let i = owner.to; i < owner.to + REACH; i++)
    if (OFFICERS.has(reading, i)) return owner;
    else if (!RANKS.has(reading, i)) return undefined;
  return undefined;
}
const OFFICERS = new WordSet(
  'director chief head inspector spokesman spokeswoman spokesperson manager lead adviser boss',
);
const RANKS = new WordSet(
  'new acting interim senior outgoing former regional national deputy assistant area',
);
/** In tokens. */
const REACH = 4;

function whoSays(
  words: Words,
  { people: named, inspectors, office }: Cast,
  verb: Mention,
  carry: VoiceCarry,
): Speaker | undefined {
  const { reading } = words;
  // "The council has been asked to:" tells to whom it was said.
  const told = BEEN.has(reading, verb.from - 1) ? named.filter(m => m.from > verb.from) : named;
  // "The director said the department had carers": who stands before the verb says it of whoever stands behind.
  const before = told.filter(m => m.to <= verb.from && distance(m, verb) < NEAR);
  const people = before.length > 0 && isSpokenOf(words, verb) ? before : told;
  if (carry.speaker && (PERSONS.has(reading, verb.from - 1) || TITLES.has(reading, verb.from - 2)))
    return { voice: carry.speaker, cue: verb };
  if (office && distance(office, verb) < NEAR) return { voice: 'inspectorate', cue: office, firm: true };
  // An inspector by title speaks for the inspectorate, whoever else is named.
  const body = firstWithin(inspectors, verb, 10);
  const role = firstWithin(people, verb, NEAR);
  if (body && (!role || (role.id === 'provider-role' && OFFICES.has(reading, role.from))))
    return { voice: 'inspectorate', cue: body };
  const other = firstWithin(people, verb, 12, OTHER);
  if (other && !firstWithin(people, verb, distance(other, verb), PROVIDER))
    return { voice: 'other', cue: other };
  if (role) return { voice: role.place === OTHER ? 'other' : 'provider', cue: role };
  const inspector = nearest(inspectors, verb);
  const person = nearest(people, verb);
  if (inspector && !(person && distance(person, verb) <= distance(inspector, verb)))
    return { voice: 'inspectorate', cue: inspector };
  if (carry.speaker && (PRONOUNS.has(reading, verb.from - 1) || PRONOUNS.has(reading, verb.to)))
    return { voice: carry.speaker, cue: verb };
  return undefined;
}

const BEEN = new WordSet('been was were being');

/** How far from the verb whoever says so may stand, in tokens. */
const NEAR = 14;

/** Does a statement with a subject and a verb of its own follow the verb of speech: "said the department had", "said that"? */
function isSpokenOf(words: Words, { to }: Mention): boolean {
  if (words.at(to) === 'that') return true;
  for (let i = to; i < to + 5 && words.isWord(i); i++) if (isAuxiliary(words, i)) return true;
  return false;
}

function whoFinds(
  words: Words,
  { finding, inspectors, people }: Cast,
  carry: VoiceCarry,
): Speaker | undefined {
  const { reading } = words;
  const [inspector] = inspectors;
  if (inspector) {
    for (const verb of finding)
      if (firstWithin(inspectors, verb, 8)) return { voice: 'inspectorate', cue: verb };
    if (words.at(inspector.from - 1) === 'to' && words.at(inspector.from - 2) === 'according')
      return { voice: 'inspectorate', cue: inspector };
  } else
    for (const person of people)
      if (person.place === OTHER && finding.some(v => distance(person, v) < 6 && person.from < v.from))
        return { voice: 'other', cue: person };
  if (!carry.reporting || carry.speaker !== 'inspectorate') return undefined;
  for (const verb of finding)
    if (
      FINDERS.has(reading, verb.from - 1) ||
      TITLES.has(reading, verb.from - 2) ||
      (words.at(verb.from - 1) === 'also' && words.at(verb.from - 2) === 'they')
    )
      return { voice: 'inspectorate', cue: verb };
  return undefined;
}

/** In tokens between the two. */
const distance = (a: Mention, b: Mention): number => (a.from < b.from ? b.from - a.to : a.from - b.to);

/** The first, optionally of one category, that stands closer to the verb than `reach`. */
function firstWithin(all: readonly Mention[], verb: Mention, reach: number, place = -1): Mention | undefined {
  for (let i = 0; i < all.length; i++) {
    const mention = all[i]!;
    if ((place === -1 || mention.place === place) && distance(mention, verb) < reach) return mention;
  }
  return undefined;
}

function nearest(all: readonly Mention[], verb: Mention): Mention | undefined {
  let found = all[0];
  for (let i = 1; i < all.length; i++) if (distance(all[i]!, verb) < distance(found!, verb)) found = all[i];
  return found;
}
