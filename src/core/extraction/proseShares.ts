import type { Range } from './clause.js';
import { figureFor, isAimedAt, isBracketed, isHeldAgainst, relationOf } from './compared.js';
import { measureOf } from './measure.js';
import { quoteOf } from './measured.js';
import type { Quote } from './finding.js';
import { isNewer } from './newer.js';
import { roughlyFrom } from './nounPhrases.js';
import { noPercentage, type PercentageCarry } from './percentageCarry.js';
import { periodOf } from './period.js';
import { isEntry } from './lines.js';
import type { ReadSentence } from './reading.js';
import { draftOf, holdAgainst, type OpenDraft } from './shareDraft.js';
import { type Share, sharesIn } from './shares.js';
import type { Words } from './words.js';

/** Reads the shares of a paragraph's prose, sentence by sentence: a share may be held against one of the sentence before. */
export class ProseShares {
  /** Drafts of the sentence before begin here. */
  earlier = 0;
  #nounBefore: Range | undefined;

  constructor(
    readonly words: Words,
    readonly sentences: readonly ReadSentence[],
    readonly drafts: OpenDraft[],
    readonly carry: PercentageCarry,
  ) {}

  /** A sentence without a share. */
  pass(): void {
    this.earlier = this.drafts.length;
    this.#nounBefore = undefined;
  }

  /** Adds the drafts of a sentence. */
  read(i: number): void {
    const own = this.drafts.length;
    const shares = sharesIn(this.words, this.sentences[i]!);
    this.#nounBefore = shares.length > 0 ? this.#readAll(shares, i) : undefined;
    this.earlier = own;
  }

  /** The noun that the first of the shares is of, if it has one. */
  #readAll(shares: readonly Share[], i: number): Range | undefined {
    const { words, sentences, drafts } = this;
    const sentence = sentences[i]!;
    const before = i > 0 ? sentences[i - 1] : undefined;
    // A new entry of a list does not go on from the one before.
    const carry =
      i > 0 ? noPercentage : isEntry(words, sentence) ? { ...this.carry, open: undefined } : this.carry;
    const own = drafts.length;
    let noun: Range | undefined;
    let firstNoun: Range | undefined;
    for (let k = 0; k < shares.length; k++) {
      const share = shares[k]!;
      const previous = k > 0 ? shares[k - 1] : undefined;
      const next = k + 1 < shares.length ? shares[k + 1] : undefined;
      const link = this.#link(sentence, shares, k, own);
      const found = measureOf(words, {
        sentence,
        share,
        previous,
        next,
        before,
        noun,
        nounBefore: this.#nounBefore,
      });
      noun = found.noun ?? noun;
      firstNoun ??= noun;
      const period =
        periodOf(words, sentence, share, previous, next) ?? (k === 0 ? carry.open?.period : undefined);
      const line = k === 0 ? carry.last : undefined;
      const open =
        k === 0 && carry.open && roughlyFrom(words, share.from, sentence.from) === sentence.from
          ? carry.open
          : undefined;
      const measure = this.#measureBefore(shares, k, own, link, line, open) ?? quoteOf(words, found);
      const draft = draftOf(words, sentence, share, measure, period);
      drafts.push(draft);
      if (line && link.relation === undefined && share.form !== 'points') {
        const newer = carry.open?.to
          ? open !== undefined
          : link.standIn === 'same' && isNewer(draft, line, words, sentence);
        if (newer) holdAgainst(draft, line);
      }
      if (!this.#isAim(sentence, shares, k) && !this.#isAim(sentence, shares, (link.other ?? -1) - own))
        this.#compare(draft, link, own, sentence);
    }
    return firstNoun;
  }

  /** Is the share at `k`, if the sentence has it, only aimed at? */
  #isAim(sentence: ReadSentence, shares: readonly Share[], k: number): boolean {
    const share = shares[k];
    return share !== undefined && isAimedAt(this.words, shares[k - 1]?.to ?? sentence.from, share);
  }

  /** What the share at `k` is held against: one before it in the sentence, or the figure of the sentence before. */
  #link(sentence: ReadSentence, shares: readonly Share[], k: number, own: number): Link {
    const { words, drafts, earlier } = this;
    const share = shares[k]!;
    const previous = k > 0 ? shares[k - 1] : undefined;
    const floor = previous?.to ?? sentence.from;
    const standIn = figureFor(words, sentence, share, floor);
    // "In 2012 it was 40%": held against the figure of the sentence before.
    const told =
      !previous || (k === 1 && previous.form === 'points') ? headOf(drafts, earlier, own) : undefined;
    const behindAim = previous !== undefined && k > 1 && this.#isAim(sentence, shares, k - 1);
    // "57%, up 3 points in a year, against 39%", "78%, against a target of 90% and 64% in July": the points, and what is
    // aimed at, stand between the two.
    const parted =
      k > 1 && (previous?.form === 'points' || (behindAim && isNext(words, previous.to, share.from)));
    const basis = parted ? k - 2 : k - 1;
    const relation =
      previous &&
      relationOf(
        words,
        sentence,
        shares[basis]!,
        share,
        basis === k - 1 ? standIn : figureFor(words, sentence, share, shares[basis]!.to),
      );
    if (relation) {
      // "77% were on time (target 85%; England 70%)": past what is aimed at.
      if (behindAim && !parted && relation === 'first' && isBeside(words, previous.to, share.from))
        return { relation, other: own + k - 2, standIn, told };
      // "84%, up from 61%, but below the 85%": all are held against the first.
      const first = relation === 'first' ? heldAgainst(drafts, own, own + basis) : undefined;
      return { relation, other: first ?? own + basis, standIn, told };
    }
    if (
      told !== undefined &&
      share.form !== 'points' &&
      (standIn === 'same' || isHeldAgainst(words, sentence, floor, share.from, previous === undefined))
    )
      return { relation: 'first', other: told, standIn, told };
    return { relation, other: undefined, standIn, told };
  }

  /** The measure of a figure or line before, where this share is of the same. */
  #measureBefore(
    shares: readonly Share[],
    k: number,
    own: number,
    { other, standIn, told }: Link,
    line: PercentageCarry['last'],
    open: PercentageCarry['open'],
  ): Quote | undefined {
    const { words, drafts } = this;
    const share = shares[k]!;
    const previous = k > 0 ? shares[k - 1] : undefined;
    // The second of two compared figures is of what the first is, and so is one whose subject only stands for it.
    const like = other ?? (standIn === 'same' ? (previous ? own + k - 1 : told) : undefined);
    return (
      (like === undefined ? undefined : drafts[like]!.measure) ??
      (like === undefined && standIn === 'same' ? line?.measure : undefined) ??
      (open?.to ? line?.measure : undefined) ??
      (open && words.at(share.to) !== 'of' ? open.measure : undefined) ??
      (previous && isOfSame(words, previous, share) ? drafts[own + k - 1]!.measure : undefined)
    );
  }

  /** Says of the newer of two figures that it is held against the older. */
  #compare(draft: OpenDraft, { relation, other }: Link, own: number, sentence: ReadSentence): void {
    if (!relation || other === undefined) return;
    const then = this.drafts[other]!;
    const turned = relation === 'first' && other < own && isNewer(draft, then, this.words, sentence);
    const [a, b] = relation === 'second' || turned ? [draft, then] : [then, draft];
    if (!a.comparedWith) holdAgainst(a, b);
  }
}

/** How a share hangs together with those before it. */
interface Link {
  readonly relation: ReturnType<typeof relationOf>;
  /** The place of the draft that it is compared with. */
  readonly other: number | undefined;
  readonly standIn: ReturnType<typeof figureFor>;
  /** The place of the figure that the sentence before was about. */
  readonly told: number | undefined;
}

/** The first draft from `own` on that is held against that of a place already. */
function heldAgainst(drafts: readonly OpenDraft[], own: number, place: number): number | undefined {
  const { start } = drafts[place]!;
  for (let i = own; i < drafts.length; i++) if (drafts[i]!.comparedWith?.start === start) return i;
  return undefined;
}

/** The figure that the sentence before was about: the last that nothing is held against. */
export function headOf(drafts: readonly OpenDraft[], from: number, to: number): number | undefined {
  for (let i = to - 1; i >= from; i--)
    if (drafts[i]!.form !== 'points' && !isCompared(drafts, from, to, drafts[i]!.start)) return i;
  return undefined;
}

function isCompared(drafts: readonly OpenDraft[], from: number, to: number, start: number): boolean {
  for (let i = from; i < to; i++) if (drafts[i]!.comparedWith?.start === start) return true;
  return false;
}

/** Is a share of the same as the one before it: points on, the same again in brackets, or with only a time between? */
const isOfSame = (words: Words, a: Share, b: Share): boolean =>
  (b.form === 'points' && !opensClause(words, a.to, b)) ||
  isBracketed(words, a, b) ||
  // "82% (target 90%)"
  (words.mark(a.to) === 0x28 && isAimedAt(words, a.to, b)) ||
  isSameAt(words, a.to, b.from) ||
  isRepeated(words, a, b);

/** "…, while the gap in reading fell by 3 points": do the points have a subject of their own? */
const opensClause = (words: Words, from: number, share: Share): boolean =>
  words.at(share.to) === 'in' ||
  /[;:]|\b(?:while|whereas|although|but|and (?:the|its|their|our|that))\b/.test(
    between(words, from, share.from),
  );

/** "a target of 90% and 64% in July": does the list of figures go on? */
const isNext = (words: Words, from: number, to: number): boolean =>
  to - from < 4 && (words.at(from) === 'and' || words.mark(from) === 0x2c);

/** "85%; England 70%": nothing but whose or when the second is between two figures. */
const isBeside = (words: Words, from: number, to: number): boolean =>
  to - from > 1 && to - from < 4 && words.mark(from) === 0x3b;

const between = (words: Words, from: number, to: number): string =>
  to > from ? words.quote(from, to).text.toLowerCase() : '';

/** "almost two thirds of which (64.8%)". */
const isRepeated = (words: Words, a: Share, b: Share): boolean =>
  b.from - a.to < 8 &&
  a.form === 'fraction' &&
  words.mark(b.from - 1) === 0x28 &&
  words.mark(b.to) === 0x29 &&
  Math.abs(a.value - b.value) < 8;

/** "54% in 2022 and 36% in 2017": only a time between the two. */
const isSameAt = (words: Words, from: number, to: number): boolean =>
  to - from <= 5 && /^(?:in|at|on|by) (?:\w+ )?(?:19|20)\d\d(?: and|,)$/.test(between(words, from, to));
