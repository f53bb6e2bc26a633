/** Words that some YAML reader or other takes for something else than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;
/** Text that every YAML reader, 1.1 or 1.2, takes for text without quotes. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.’()/%;–—+-]*$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
/** A ULID; two letters that are no exponent keep it from being a number. */
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const LETTERS = /[A-DF-HJKMNP-TV-Z].*[A-DF-HJKMNP-TV-Z]/;
/** What JSON leaves as it is and YAML does not take, or folds: next line, the separators, BOM, surrogates that stand alone. */
const UNSAFE =
  /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A value in one line of YAML: plain where that is safe with every reader, else in double quotes. */
export function printScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  return isPlainText(value) ? value : quoted(value);
}

/** Is this text, by itself in the rest of a line, text for every reader? */
export const isPlainText = (value: string): boolean =>
  (PLAIN.test(value) && !value.endsWith(' ') && !RESERVED.test(value)) ||
  TIME.test(value) ||
  (ULID.test(value) && LETTERS.test(value));

/** The same, for a place inside brackets, where commas part values. */
export const printInFlow = (value: unknown): string =>
  typeof value === 'string' && !/^[\p{L}\p{N} -]+$/u.test(value) ? quoted(value) : printScalar(value);

const quoted = (text: string): string =>
  JSON.stringify(text).replace(UNSAFE, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
