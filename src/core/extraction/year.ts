import { NUMBER, type Tokens } from '../report/tokens.js';

/** Is a token a year of the last century or this one, in four digits? */
export function isYearAt({ kind, start, end, folded }: Tokens, token: number): boolean {
  const from = start[token]!;
  if (kind[token] !== NUMBER || end[token]! - from !== 4) return false;
  const [first, second] = [folded[from]!, folded[from + 1]!];
  const century = (first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30);
  return century && isDigit(folded[from + 2]!) && isDigit(folded[from + 3]!);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
