import type { Unvoiced } from './reading.js';
import type { Speaker } from './speaker.js';
import type { VoiceCarry } from './voiceCarry.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** "33.2 The Chair asked …", "The Head of Safeguarding expected …": how minutes tell what a council's own people said. */
export function opensInMinutes(
  words: Words,
  { from, to }: Unvoiced,
  { own, genre }: VoiceCarry,
): Speaker | undefined {
  if (genre !== 'paper' || (own !== undefined && own !== 'self')) return undefined;
  const { reading } = words;
  let at = from;
  while (at < from + LEAD && !(words.isWord(at) && !words.isNumber(at))) at++;
  if (words.at(at) === 'the' || words.at(at) === 'a') at++;
  let role = false;
  const end = Math.min(to, at + LONGEST);
  for (let i = at; i < end; i++) {
    if (role && (MINUTED.has(reading, i) || (IS.has(reading, i) && words.at(i + 1) === 'concerned')))
      return { voice: 'provider', cue: undefined, firm: true };
    if (ROLES.has(reading, i)) role = true;
    else if (!words.isCapital(i) && !BETWEEN.has(reading, i)) return undefined;
  }
  return undefined;
}
const ROLES = new WordSet(
  'chair chairman chairwoman director head member members officer officers councillor councillors cllr leader holder',
);
const IS = new WordSet('was were');
const BETWEEN = new WordSet('of for and the also then');
const MINUTED = new WordSet(
  'asked enquired inquired queried wondered questioned thought expected referred undertook apologised advised replied responded answered explained felt hoped stated drew wanted',
);
/** Tokens of a number and its marks, and of who is named. */
const [LEAD, LONGEST] = [4, 10];
