import { builtinLexicon } from '../../core/lexicon/builtin.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';

/** The lexicon, made when the first report needs it: activation does not wait for it. */
export class LexiconSource {
  #lexicon: Lexicon | undefined;

  readonly get = (): Lexicon => (this.#lexicon ??= builtinLexicon());
}
