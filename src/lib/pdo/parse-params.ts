/**
 * Placeholders in a text of SQL: where they are, and writing values into them.
 * Source: php-src 8.2 ext/pdo/pdo_sql_parser.re
 */

export type Placeholder =
  | { readonly kind: 'position'; readonly at: number; readonly end: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number; readonly end: number };

/** Strings, identifiers in quotes and comments hide what is in them; `??` is a plain question mark. */
const TOKENS =
  /"(?:[^"\\]|\\[\s\S]|"")*"|'(?:[^'\\]|\\[\s\S]|'')*'|`[^`]*`|\/\*[\s\S]*?\*\/|--[^\r\n]*|#[^\r\n]*|::+|\?\?|:[a-zA-Z0-9_]+|\?/g;

/** All placeholders of a text, in order, and where a question mark is escaped. */
export function findPlaceholders(sql: string): { places: Placeholder[]; escapes: number[] } {
  const places: Placeholder[] = [];
  const escapes: number[] = [];
  for (const match of sql.matchAll(TOKENS)) {
    const [text] = match;
    const at = match.index;
    const end = at + text.length;
    if (text === '?') places.push({ kind: 'position', at, end });
    else if (text === '??') escapes.push(at);
    else if (text.startsWith(':') && !text.startsWith('::')) places.push({ kind: 'name', name: text, at, end });
  }
  return { places, escapes };
}

/** The text with a replacement for each placeholder, and without the escapes. */
export function replacePlaceholders(
  sql: string,
  found: ReturnType<typeof findPlaceholders>,
  replacements: readonly string[],
): string {
  const edits = [
    ...found.places.map(({ at, end }, n) => ({ at, end, text: replacements[n] ?? '' })),
    ...found.escapes.map((at) => ({ at, end: at + 2, text: '?' })),
  ].sort((a, b) => a.at - b.at);
  let out = '';
  let from = 0;
  for (const { at, end, text } of edits) {
    out += sql.slice(from, at) + text;
    from = end;
  }
  return out + sql.slice(from);
}
