/** Forms of one word share their weight: a light stemmer, for training only (the shipped weights list the forms). */
export function stem(word: string): string {
  let w = word.replace(/'s?$/, '');
  if (w.length < 4 || /\d/.test(w)) return w;
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.endsWith('ly') && w.length > 6) w = w.slice(0, -2);
  if (w.endsWith('ied') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (w.endsWith('ing') && w.length > 5 && /[aeiouy]/.test(w.slice(0, -3))) w = undouble(w.slice(0, -3));
  else if (w.endsWith('ed') && w.length > 4 && /[aeiouy]/.test(w.slice(0, -2))) w = undouble(w.slice(0, -2));
  return w.length > 3 && w.endsWith('e') ? w.slice(0, -1) : w;
}

const undouble = (w: string): string => (/([bdgmnprt])\1$/.test(w) && w.length > 3 ? w.slice(0, -1) : w);
