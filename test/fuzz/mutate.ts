/** Seeded mutations of PHP programs, byte strings in and out. */

const INSERTIONS = [
  'yield ',
  'new ',
  'static ',
  '&',
  '...',
  '[[[[',
  '))',
  "'",
  '"',
  '<<<X\n',
  '?->',
  'fn()=>',
  '9223372036854775807',
  '/*',
  'goto a;',
  'namespace a;',
  'finally{',
  '$$',
  'match(1){}',
  '\0',
  '?>',
  '<?php ',
  'abstract ',
  'readonly ',
  '#[',
  '->',
  '::',
  '=>',
  '\xff',
];

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

/**
 * A mutation of one of the sources.
 * @param random numbers in [0, 1)
 */
export function mutate(random: () => number, sources: readonly string[]): string {
  let text = pick(random, sources);
  for (let count = pick(random, [1, 1, 1, 2, 3, 8]); count > 0; count--) text = mutateOnce(random, text, sources);
  return text;
}

function mutateOnce(random: () => number, text: string, sources: readonly string[]): string {
  const start = below(random, text.length + 1);
  const end = Math.min(text.length, start + 1 + below(random, 29));
  const insert = (what: string): string => text.slice(0, start) + what + text.slice(start);
  switch (below(random, 6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return insert(
        Array.from({ length: 1 + below(random, 4) }, () => String.fromCharCode(below(random, 256))).join(''),
      );
    case 2:
      return text.slice(0, start) + text.slice(start, end).repeat(2 + below(random, 38)) + text.slice(end);
    case 3: {
      const other = pick(random, sources);
      const at = below(random, other.length);
      return insert(other.slice(at, at + 1 + below(random, 59)));
    }
    case 4:
      return insert(pick(random, INSERTIONS));
    default:
      return swapTokens(random, text);
  }
}

function swapTokens(random: () => number, text: string): string {
  const tokens = text.match(/\w+|\$\w+|[^\w\s]/g) ?? [];
  if (tokens.length < 2) return text;
  const [from, to] = [pick(random, tokens), pick(random, tokens)];
  const at = text.indexOf(from);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
