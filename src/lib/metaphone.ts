/**
 * Metaphone: the consonants of an English word as they sound.
 * Source: php-src ext/standard/metaphone.c
 */
import { asciiUpper } from './string-util.ts';

const SH = 'X';
const TH = '0';

function isOneOf(c: string, set: string): boolean {
  return c !== '' && set.includes(c);
}

function isVowel(c: string): boolean {
  return isOneOf(c, 'AEIOU');
}

function isSoft(c: string): boolean {
  return isOneOf(c, 'EIY');
}

/** What one consonant adds, and how many letters after it are done with. */
interface Sound {
  readonly add: string;
  readonly skip: number;
}

function sound(add: string, skip = 0): Sound {
  return { add, skip };
}

/** The first letters have rules of their own: what they add and where to go on. */
function beginning(w: string, i: number): Sound {
  const c = w.charAt(i);
  const next = w.charAt(i + 1);
  switch (c) {
    case 'A':
      return next === 'E' ? sound('E', 2) : sound('A', 1);
    case 'G':
    case 'K':
    case 'P':
      return next === 'N' ? sound('N', 2) : sound('');
    case 'W':
      if (next === 'R') return sound('R', 2);
      return next === 'H' || isVowel(next) ? sound('W', 2) : sound('');
    case 'X':
      return sound('S', 1);
    case 'E':
    case 'I':
    case 'O':
    case 'U':
      return sound(c, 1);
    default:
      return sound('');
  }
}

function soundOfC(w: string, i: number): Sound {
  const next = w.charAt(i + 1);
  if (isSoft(next)) {
    if (next === 'I' && w.charAt(i + 2) === 'A') return sound(SH);
    return sound(w.charAt(i - 1) === 'S' ? '' : 'S');
  }
  return next === 'H' ? sound(SH, 1) : sound('K');
}

function soundOfG(w: string, i: number): Sound {
  const next = w.charAt(i + 1);
  const after = w.charAt(i + 2);
  if (next === 'H') {
    const silent = isOneOf(i >= 3 ? w.charAt(i - 3) : '', 'BDH') || (i >= 4 && w.charAt(i - 4) === 'H');
    return silent ? sound('') : sound('F', 1);
  }
  if (next === 'N') {
    const dropped = !/[A-Z]/.test(after) || (after === 'E' && w.charAt(i + 3) === 'D');
    return sound(dropped ? '' : 'K');
  }
  return sound(isSoft(next) && w.charAt(i - 1) !== 'G' ? 'J' : 'K');
}

function soundOf(w: string, i: number): Sound {
  const c = w.charAt(i);
  const prev = w.charAt(i - 1);
  const next = w.charAt(i + 1);
  const after = w.charAt(i + 2);
  const sibilant = next === 'I' && (after === 'O' || after === 'A');
  switch (c) {
    case 'B':
      return sound(prev === 'M' ? '' : 'B');
    case 'C':
      return soundOfC(w, i);
    case 'D':
      return next === 'G' && isSoft(after) ? sound('J', 1) : sound('T');
    case 'G':
      return soundOfG(w, i);
    case 'H':
      return sound(isVowel(next) && !isOneOf(prev, 'CGPST') ? 'H' : '');
    case 'K':
      return sound(prev === 'C' ? '' : 'K');
    case 'P':
      return sound(next === 'H' ? 'F' : 'P');
    case 'Q':
      return sound('K');
    case 'S':
      if (sibilant) return sound(SH);
      return next === 'H' ? sound(SH, 1) : sound('S');
    case 'T':
      if (sibilant) return sound(SH);
      if (next === 'H') return sound(TH, 1);
      return sound(next === 'C' && after === 'H' ? '' : 'T');
    case 'V':
      return sound('F');
    case 'W':
    case 'Y':
      return sound(isVowel(next) ? c : '');
    case 'X':
      return sound('KS');
    case 'Z':
      return sound('S');
    default:
      return sound('FJLMNR'.includes(c) ? c : '');
  }
}

/** metaphone(): at most about `max` phonemes, 0 for all. */
export function metaphone(word: string, max: number): string {
  const w = asciiUpper(word);
  let i = w.search(/[A-Z]/);
  if (i < 0) return '';
  const first = beginning(w, i);
  let out = first.add;
  i += first.skip;
  for (; i < w.length && w.charAt(i) !== '\0' && (max === 0 || out.length < max); i++) {
    const c = w.charAt(i);
    if (!/[A-Z]/.test(c) || (c === w.charAt(i - 1) && c !== 'C')) continue;
    const { add, skip } = soundOf(w, i);
    out += add;
    i += skip;
  }
  return out;
}
