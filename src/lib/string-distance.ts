/**
 * How alike strings are, and how words sound.
 * Source: php-src ext/standard/string.c (php_similar_char), levenshtein.c, soundex.c
 */
import { PhpFloat, type Zval } from '../value/zval.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { metaphone } from './metaphone.ts';
import { asciiUpper, setRef } from './string-util.ts';

/** php_similar_char: bytes in the longest common substring, and left and right of it; an explicit stack of spans. */
function similarChars(a: string, b: string): number {
  let sum = 0;
  const spans: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [a0, a1, b0, b1] = span;
    let max = 0;
    let count = 0;
    let at = 0;
    let bt = 0;
    for (let i = a0; i < a1; i++) {
      for (let k = b0; k < b1; k++) {
        let n = 0;
        while (i + n < a1 && k + n < b1 && a.charCodeAt(i + n) === b.charCodeAt(k + n)) n++;
        if (n > max) {
          max = n;
          count++;
          at = i;
          bt = k;
        }
      }
    }
    if (max === 0) continue;
    sum += max;
    if (at > a0 && bt > b0 && count > 1) spans.push([a0, at, b0, bt]);
    if (at + max < a1 && bt + max < b1) spans.push([at + max, a1, bt + max, b1]);
  }
  return sum;
}

function levenshtein(a: string, b: string, insert: number, replace: number, remove: number): number {
  if (a.length === 0) return b.length * insert;
  if (b.length === 0) return a.length * remove;
  let previous = Array.from({ length: b.length + 1 }, (_v, i) => i * insert);
  for (let i = 0; i < a.length; i++) {
    const row = [(previous[0] as number) + remove];
    for (let k = 0; k < b.length; k++) {
      const kept = (previous[k] as number) + (a.charCodeAt(i) === b.charCodeAt(k) ? 0 : replace);
      const removed = (previous[k + 1] as number) + remove;
      const inserted = (row[k] as number) + insert;
      row.push(Math.min(kept, removed, inserted));
    }
    previous = row;
  }
  return previous[b.length] as number;
}

/** The digit of each letter's sound; 0 for those that only separate. */
const SOUNDS = '01230120022455012623010202';

function soundex(s: string): string {
  let out = '';
  let last = '';
  for (const c of asciiUpper(s).replace(/[^A-Z]/g, '')) {
    const code = SOUNDS.charAt(c.charCodeAt(0) - 65);
    if (out === '') out = c;
    else if (code !== last && code !== '0') out += code;
    last = code;
    if (out.length === 4) break;
  }
  return out.padEnd(4, '0');
}

export const stringDistanceFunctions: readonly FunctionDef[] = [
  fn({
    name: 'similar_text',
    doc: 'How many bytes two strings have in common.',
    params: [p.string('string1'), p.string('string2'), p.ref('percent', undefined, { default: null })],
    returns: ['int'],
    impl: (rt, a, b, percent): Zval => {
      const both = a.length + b.length;
      if (both === 0) {
        setRef(rt, percent, new PhpFloat(0));
        return 0;
      }
      const sum = similarChars(a, b);
      setRef(rt, percent, new PhpFloat((sum * 2 * 100) / both));
      return sum;
    },
  }),
  fn({
    name: 'levenshtein',
    doc: 'The least cost of turning one string into another.',
    params: [
      p.string('string1'),
      p.string('string2'),
      p.int('insertion_cost', { default: 1 }),
      p.int('replacement_cost', { default: 1 }),
      p.int('deletion_cost', { default: 1 }),
    ],
    returns: ['int'],
    impl: (_rt, a, b, insert, replace, remove) => levenshtein(a, b, insert, replace, remove),
  }),
  fn({
    name: 'soundex',
    doc: "A word's sound in a letter and three digits.",
    params: [p.string('string')],
    returns: ['string'],
    impl: (_rt, s) => soundex(s),
  }),
  fn({
    name: 'metaphone',
    doc: "A word's sound in letters.",
    params: [p.string('string'), p.int('max_phonemes', { default: 0 })],
    returns: ['string'],
    impl: (rt, s, max) => {
      if (max < 0) return rt.argumentValueError(2, 'must be greater than or equal to 0');
      return metaphone(s, max);
    },
  }),
];
