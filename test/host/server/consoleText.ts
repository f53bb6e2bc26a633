/** What an extension host's `console` call says, as one line of text. */

/** `%s %d %i %f %o %O` take the next argument, `%c` (a style) drops it. */
export function consoleText(values: readonly unknown[]): string {
  const rest = [...values];
  const head = rest[0];
  if (typeof head !== 'string') return rest.map(shown).join(' ');
  rest.shift();
  const text = head.replace(/%([sdifoOc%])/g, (mark, kind: string) => {
    if (kind === '%') return '%';
    if (rest.length === 0) return mark;
    const value = rest.shift();
    return kind === 'c' ? '' : shown(value);
  });
  return [text, ...rest.map(shown)].join(' ');
}

function shown(value: unknown): string {
  return value instanceof Object ? JSON.stringify(value) : String(value);
}

/** The workbench’s own messages; they come through the same channel as the suite’s. */
export const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[|Updating additional builtin|Ignoring fetching|No search provider|Request to |Error while fetching the extension|Loading development|Creation of workbench)|\/out\/vs\/code\/browser\/workbench/;
