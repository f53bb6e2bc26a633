import type { SignNames } from '../lexicon/signNames.js';
import type { Voice } from './finding.js';

/** In the order in which they are looked for. */
export const PRONOUNS = 'we our us i my you your they their he she it';

/** Voices by their place; the last stands for none. */
const WHO = ['inspectorate', 'provider', 'other', 'narrator', 'none'] as const;

export function who(voice: Voice | undefined): number {
  switch (voice) {
    case 'inspectorate':
      return 0;
    case 'provider':
      return 1;
    case 'other':
      return 2;
    case 'narrator':
      return 3;
    case undefined:
      return 4;
  }
}

/** The signs' numbers, in tables by what they are about, so that none is looked up by name while reading. */
export function signTable(names: SignNames, genres: readonly string[]) {
  const one = (name: string): number => names.number(name);
  const each = (name: (what: string) => string, of: readonly string[] = WHO): readonly number[] =>
    of.map(what => one(name(what)));
  const pairs = (
    name: (first: string, second: string) => string,
    of: readonly string[],
    by: readonly string[] = WHO,
  ): readonly (readonly number[])[] => of.map(first => each(second => name(first, second), by));
  const shares = ['none', 'some', 'most', 'all'];
  const apart = ['close', 'apart'];
  const letters = ['small', 'capital'];
  return {
    pronoun: pairs((where, word) => `${where} ${word}`, ['free', 'quoted'], PRONOUNS.split(' ')),
    ruled: each(v => `ruled ${v}`),
    own: each(v => `own ${v}`),
    section: each(v => `section ${v}`),
    speaker: each(v => `speaker ${v}`),
    last: each(v => `last ${v}`),
    genre: each(g => `genre ${g}`, genres),
    genreRuled: pairs((g, v) => `genre ${g} ${v}`, genres),
    genreLast: pairs((g, v) => `genre ${g} last ${v}`, genres),
    reporting: each(is => `reporting ${is}`, ['false', 'true']),
    ownRuled: pairs((o, v) => `own ${o} ${v}`, WHO),
    ownLast: pairs((o, v) => `own ${o} last ${v}`, WHO),
    weFound: each(where => `${where} we found`, ['free', 'quoted']),
    quoted: each(how => `quoted ${how}`, shares),
    quotedSpeaker: pairs((how, v) => `quoted ${how} speaker ${v}`, shares),
    mostLast: pairs((how, v) => `${how} last ${v}`, shares),
    firstLast: each(v => `first last ${v}`),
    innerLast: each(v => `inner last ${v}`),
    bullet: one('bullet'),
    bulletSection: each(v => `bullet section ${v}`),
    bulletLast: each(v => `bullet last ${v}`),
    numbered: one('numbered'),
    introduces: one('introduces'),
    row: one('row'),
    rowOwn: each(v => `row own ${v}`),
    rowGenre: each(g => `row genre ${g}`, genres),
    rowWithoutGrade: one('row without grade'),
    rowUngradedOwn: each(v => `row ungraded own ${v}`),
    title: one('title'),
    titleApart: each(how => `title ${how}`, apart),
    titleOwn: each(v => `title own ${v}`),
    titleGenre: each(g => `title genre ${g}`, genres),
    gradedTitle: each(how => `graded title ${how}`, apart),
    cell: each(how => `cell ${how}`, apart),
    cellLetter: pairs((letter, how) => `cell ${letter} ${how}`, letters, apart),
    cellLetterLast: pairs((letter, v) => `cell ${letter} last ${v}`, letters),
    cellGenre: each(g => `cell genre ${g}`, genres),
    graded: {
      ruled: each(v => `graded ruled ${v}`),
      own: each(v => `graded own ${v}`),
      genre: each(g => `graded genre ${g}`, genres),
      last: each(v => `graded last ${v}`),
      quoted: each(how => `graded quoted ${how}`, shares),
      past: each(v => `graded past own ${v}`),
      pastRuled: each(v => `graded past ruled ${v}`),
      others: each(v => `graded others own ${v}`),
      othersRuled: each(v => `graded others ruled ${v}`),
    },
    short: one('short'),
  };
}
export type SignTable = ReturnType<typeof signTable>;
