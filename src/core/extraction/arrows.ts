import { TIGHT } from '../report/tokens.js';
import type { Words } from './words.js';

const ARROWS = new Set(Array.from('→⇒➔➜➝►▶⟶', arrow => arrow.charCodeAt(0)));
const [HYPHEN, EQUALS, MORE] = [0x2d, 0x3d, 0x3e];

/** Does an arrow end before a token: "→", "->", "=>", ">"? Its first token, or -1. */
export function arrowBefore(words: Words, token: number): number {
  const last = words.mark(token - 1);
  if (ARROWS.has(last)) return token - 1;
  if (last !== MORE) return -1;
  const first = words.mark(token - 2);
  return (first === HYPHEN || first === EQUALS) && words.gap(token - 1) === TIGHT ? token - 2 : token - 1;
}
