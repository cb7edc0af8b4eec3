/**
 * Time zones by name: `Europe/Berlin` (an id), `EST` (an abbreviation) or `+02:00` (an offset).
 * Source: php-src ext/date/lib/timezonemap.h, fallbackmap.h (only abbreviations in common use)
 */

/** Offset in hours, and whether it is summer time. */
const ABBREVIATIONS: Readonly<Record<string, readonly [number, boolean]>> = {
  Z: [0, false],
  GMT: [0, false],
  WET: [0, false],
  WEST: [1, true],
  BST: [1, true],
  IST: [2, false],
  CET: [1, false],
  CEST: [2, true],
  MET: [1, false],
  MEST: [2, true],
  EET: [2, false],
  EEST: [3, true],
  SAST: [2, false],
  MSK: [3, false],
  MSD: [4, true],
  JST: [9, false],
  KST: [9, false],
  HKT: [8, false],
  AWST: [8, false],
  ACST: [9.5, false],
  ACDT: [10.5, true],
  AEST: [10, false],
  AEDT: [11, true],
  NZST: [12, false],
  NZDT: [13, true],
  AST: [-4, false],
  ADT: [-3, true],
  EST: [-5, false],
  EDT: [-4, true],
  CST: [-6, false],
  CDT: [-5, true],
  MST: [-7, false],
  MDT: [-6, true],
  PST: [-8, false],
  PDT: [-7, true],
  AKST: [-9, false],
  AKDT: [-8, true],
  HST: [-10, false],
  NST: [-3.5, false],
  NDT: [-2.5, true],
  A: [1, false],
  B: [2, false],
  C: [3, false],
  D: [4, false],
  E: [5, false],
  F: [6, false],
  G: [7, false],
  H: [8, false],
  I: [9, false],
  K: [10, false],
  L: [11, false],
  M: [12, false],
  N: [-1, false],
  O: [-2, false],
  P: [-3, false],
  Q: [-4, false],
  R: [-5, false],
  S: [-6, false],
  T: [-7, false],
  U: [-8, false],
  V: [-9, false],
  W: [-10, false],
  X: [-11, false],
  Y: [-12, false],
};

/** Offset in seconds and summer time of an abbreviation (upper case), null when it is none. */
export function abbreviation(name: string): { offset: number; dst: boolean } | null {
  const row = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  return row === undefined ? null : { offset: row[0] * 3600, dst: row[1] };
}

/** Seconds of `+02:00`, `-0530`, `+2`, `+01:02:03`; null for another form. */
export function parseOffset(text: string): number | null {
  const m = /^([+-])([0-9]{1,2})(?::?([0-9]{2})(?::?([0-9]{2}))?|:([0-9]))?$/.exec(text);
  const short = /^([+-])([0-9])([0-9]{2})$/.exec(text);
  const parts = short ?? m;
  if (parts === null) return null;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3] ?? parts[5] ?? 0) * 60 + Number(parts[4] ?? 0);
  return parts[1] === '-' ? -seconds : seconds;
}

/** `+02:00`, with seconds only when there are any. */
export function offsetName(offset: number): string {
  const abs = Math.abs(offset);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const seconds = abs % 60 === 0 ? '' : `:${two(abs % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(abs / 3600)}:${two((abs % 3600) / 60)}${seconds}`;
}

/** 1 offset, 2 abbreviation, 3 identifier. */
export function zoneType(zone: string): 1 | 2 | 3 {
  if (/^[+-]/.test(zone)) return 1;
  return abbreviation(zone) !== null ? 2 : 3;
}
