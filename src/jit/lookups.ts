/**
 * Where compiled code finds the elements of arrays: by index in the packed form, else by key, beginning with the place where
 * the last one was. Arrays that are made alike have a key in the same place, and code that asks for an element often writes it
 * next.
 */
import type { Emitter } from './emitter.ts';
import { packedText } from './kind-tests.ts';
import { type Range, rangeOf } from './ranges.ts';

/** An array key in the text. */
export interface Key {
  /** An int, a literal, or `raw`: an int, or a string that may be the numeral of one. */
  readonly kind: 'int' | 'literal' | 'raw';
  readonly js: string;
  /** Slot of the variable that holds it; -1: a literal. */
  readonly slot: number;
  /** Of an int. */
  readonly range?: Range | undefined;
}

/** JavaScript for the key as arrays keep it. */
export function normalised(key: Key): string {
  return key.kind === 'raw' ? `J.rawKey(${key.js})` : key.js;
}

/** An element that was looked for. */
export interface Found {
  /** JavaScript that looks; a statement. */
  readonly text: string;
  /** The raw element, undefined when absent. */
  readonly value: string;
  /** Its position, below 0 when absent; null: it was found by index. */
  readonly place: string | null;
}

/**
 * How to look for the element at a key.
 * @param variable slot of the variable that holds the array; -1: something else does
 */
export function lookUp(g: Emitter, array: string, key: Key, variable: number): Found {
  const { js } = key;
  const value = g.fresh();
  if (key.kind === 'int') {
    const found = `${array}.map===null?${elementText(array, key)}:${array}.getInt(${js})`;
    return { text: `${value}=${found};`, value, place: null };
  }
  const place = g.fresh();
  const hint = g.hints.of(g, variable, key.slot);
  const near = key.kind === 'raw' ? 'rawPosNear' : 'posNear';
  const far = key.kind === 'raw' ? 'rawPosOf' : 'posOf';
  const find = hint === null || hint.isNew ? `${array}.${far}(${js})` : `${array}.${near}(${js},${hint.js})`;
  const remember = hint === null ? '' : `${hint.js}=${place};${hint.isNew ? adoptKey(g, array, key, place) : ''}`;
  const text = `${place}=${find};if(${place}>=0){${value}=${array}.vals[${place}];${remember}}else ${value}=undefined;`;
  return { text, value, place };
}

/** The condition that an array in the packed form has a place for the int key. */
export function fitsText(array: string, key: Key): string {
  return isThereText(`${array}.vals`, key);
}

/** The same of its JavaScript array. */
export function isThereText(vals: string, key: Key): string {
  return `${rangeOf(key).lo >= 0 ? '' : `${key.js}>=0&&`}${key.js}<${vals}.length`;
}

/** The condition that an array in the packed form has no holes. */
export function fullText(array: string): string {
  return `${array}.count===${array}.vals.length`;
}

/** The raw element that an array in the packed form has at the key, undefined when absent. */
function elementText(array: string, key: Key): string {
  return `${fitsText(array, key)}?${array}.vals[${key.js}]:undefined`;
}

/**
 * The same in what is expected to be an array, which is asked for its form at once.
 * @param mask what is known of it
 * @param otherwise JavaScript for what is no array
 */
export function lookUpExpected(g: Emitter, array: string, mask: number, key: Key, otherwise: string): Found {
  const value = g.fresh();
  const packed = `if(${packedText(array, mask)})${value}=${elementText(array, key)};`;
  const hash = `else if(${array} instanceof A)${value}=${array}.getInt(${key.js});`;
  return { text: `${packed}${hash}else{${otherwise}}`, value, place: null };
}

/** The variable that holds the key takes the array's own string for it: looks at the same place find it without comparing. */
function adoptKey(g: Emitter, array: string, key: Key, place: string): string {
  const { js } = key;
  if (key.kind !== 'raw' || js !== `c${key.slot}`) return '';
  const own = g.fresh();
  return `if(${array}.keys!==null&&typeof ${js}==='string'&&typeof(${own}=${array}.keys[${place}])==='string')${js}=${own};`;
}

/** JavaScript that stores `v` at the key that was looked for. */
export function storeText(array: string, key: Key, found: Found, v: string): string {
  const { js } = key;
  const store = `else ${array}.set(${normalised(key)},${v});`;
  if (found.place !== null) return `if(${found.place}>=0)${array}.vals[${found.place}]=${v};${store}`;
  return `if(${found.value}!==undefined&&${array}.map===null)${array}.vals[${js}]=${v};${store}`;
}
