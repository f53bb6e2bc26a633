import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toLf } from '../src/core/report/text.js';

/** A labelled document: its text and what a careful reader finds in it. Positions: UTF-16 code units, `[start, end)`. */
export interface Gold {
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
  readonly judgements: readonly GoldLabel[];
  readonly percentages: readonly GoldLabel[];
}

export interface GoldSentence {
  readonly start: number;
  readonly end: number;
  readonly themes: readonly string[];
  readonly polarity?: string;
  readonly voice: string;
}

/** A labelled stretch with its attributes, as they stand in the markup. */
export interface GoldLabel {
  readonly start: number;
  readonly end: number;
  readonly voice: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Documents that are never read while rules are written nor learnt from, so that their score says how both generalise:
 * those of `bench/corpus/unread`, five of `bench/corpus/plain`, and half of the corpus beside the checkout.
 */
export const HELD_OUT =
  /^([iuvz]\d\d-|(polarity|status|subject|themes|voice)-b\b|dev-0[5-8]|dev-1[3-6]|thurrock-2010|reading-monitoring-2017)/;

/** Every labelled document of a folder’s `.markup` files, taken apart. */
export function readCorpus(folder: string): Gold[] {
  return readdirSync(folder)
    .filter(f => f.endsWith('.markup'))
    .sort()
    .flatMap(f => documentsOf(basename(f, '.markup'), readFileSync(join(folder, f), 'utf8')));
}

/** One document, or as many as lines of `---` part: `name.1`, `name.2` and so on. */
export function documentsOf(name: string, markup: string): Gold[] {
  const parts = toLf(markup).split(/^---\n/m);
  return parts.map((part, i) => parseMarkup(parts.length > 1 ? `${name}.${String(i + 1)}` : name, part));
}

/** A sentence that a wrapped line has cut: its pieces carry the same labels, and are one here. */
function goesOn(text: string, before: GoldSentence, next: GoldSentence): boolean {
  return (
    /^\n *$/.test(text.slice(before.end, next.start)) &&
    before.end - (text.lastIndexOf('\n', before.end - 1) + 1) > 40 &&
    !/[.!?:;”"’|\t]$/.test(text.slice(before.start, before.end)) &&
    !/[\t|]/.test(text.slice(before.start, next.end)) &&
    !/^[-•*■▪–]/.test(text.slice(next.start, next.end)) &&
    before.voice === next.voice &&
    before.polarity === next.polarity &&
    before.themes.join() === next.themes.join()
  );
}

/** `{S …}` opens a sentence, `{J words|…}` and `{P words|…}` are labels; a first line `#! …` is a comment. */
export function parseMarkup(name: string, markup: string): Gold {
  const source = toLf(markup).replace(/^#!.*\n/, '');
  const sentences: GoldSentence[] = [];
  const judgements: GoldLabel[] = [];
  const percentages: GoldLabel[] = [];
  let text = '';
  let open: { start: number; attributes: Record<string, string> } | undefined;
  const close = (): void => {
    if (!open) return;
    const { start, attributes } = open;
    const end = start + text.slice(start).trimEnd().length;
    const themes = attributes['themes']?.split(',').filter(Boolean) ?? [];
    const polarity = attributes['polarity'];
    const sentence = {
      start,
      end,
      themes,
      voice: attributes['voice'] ?? 'narrator',
      ...(polarity ? { polarity } : {}),
    };
    const before = sentences.at(-1);
    if (before && end > start && goesOn(text, before, sentence))
      sentences[sentences.length - 1] = { ...before, end };
    else if (end > start) sentences.push(sentence);
    open = undefined;
  };
  for (let i = 0; i < source.length;) {
    const mark = /^\{(S|J|P)\s/.exec(source.slice(i, i + 3));
    if (!mark) {
      if (source[i] === '\n') close();
      text += source[i];
      i++;
      continue;
    }
    const to = source.indexOf('}', i);
    const body = source.slice(i + 3, to);
    if (mark[1] === 'S') {
      close();
      const attributes = Object.fromEntries(
        body.split(/\s+/).map(pair => pair.split('=') as [string, string]),
      );
      open = { start: text.length, attributes };
    } else {
      const [words, ...pairs] = body.split('|');
      const attributes = Object.fromEntries(
        pairs.map(p => [p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]),
      );
      const label = {
        start: text.length,
        end: text.length + words!.length,
        voice: open?.attributes['voice'] ?? 'narrator',
        attributes,
      };
      (mark[1] === 'J' ? judgements : percentages).push(label);
      text += words;
    }
    i = to + 1;
  }
  close();
  return { name, text, sentences, judgements, percentages };
}
