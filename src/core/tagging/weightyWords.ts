import { placeOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { fold, NUMBER, TokenBuffer, tokenise, WORD } from '../report/tokens.js';

const GRADE = placeOf('grade');
const NEGATIONS = new Set(
  'no not never none nor neither without cannot nothing nobody hardly rarely seldom lack lacks lacked lacking fail fails failed'.split(
    ' ',
  ),
);
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve half third thirds quarter quarters all most many few some both once twice'.split(
    ' ',
  ),
);

/**
 * The words of a passage that a tag stands or falls with: grades, numbers, amounts and negations, in order. Where they
 * differ, it is another statement, however alike the rest is.
 */
export class WeightyWords {
  readonly #tokens = new TokenBuffer();
  #ids: Int32Array = new Int32Array(64);

  constructor(private readonly lexicon: Lexicon) {}

  of(passage: string): string[] {
    const { matcher } = this.lexicon;
    const tokens = tokenise(passage, this.#tokens);
    this.#ids = matcher.intern(passage, tokens, this.#ids);
    const grades = matcher.match(tokens, this.#ids).filter(m => m.place === GRADE);
    const weighty: string[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const word = fold(passage, tokens.start[i], tokens.end[i]);
      const heavy =
        tokens.kind[i] === NUMBER ||
        (tokens.kind[i] === WORD && (NEGATIONS.has(word) || NUMBERS.has(word) || word.endsWith("n't"))) ||
        word === '%' ||
        grades.some(g => g.from <= i && i < g.to);
      if (heavy) weighty.push(word);
    }
    return weighty;
  }

  /** Do two passages say the same in these words? */
  agree(a: string, b: string): boolean {
    const [x, y] = [this.of(a), this.of(b)];
    return x.length === y.length && x.every((word, i) => word === y[i]);
  }
}
