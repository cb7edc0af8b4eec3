/**
 * `corovm dump --diff`: the oplines before and after the optimizer side by side, with the passes that changed them.
 * Everything here is a byte string.
 */
import { cString, oplineNumber } from '../bytecode/dump/format.ts';
import { unitName } from '../bytecode/dump/op-array-name.ts';
import { formatOpline } from '../bytecode/dump/opcache.ts';
import type { OpArray, Opline } from '../bytecode/op-array.ts';
import type { OplineHistory } from './history.ts';
import type { OptimizedOpArray } from './optimize.ts';

/** Columns of ` ~ 3,5  ` between the two sides. */
const MIDDLE = 10;
const NARROWEST = 60;

function line(opArray: OpArray, op: Opline, num: number): string {
  return `${oplineNumber(num).padEnd(4)} ${formatOpline(opArray, op).replaceAll('\n', '\\n')}`;
}

/** Characters of a text in UTF-8. */
const columnsOf = (text: string): number => text.replace(/[\x80-\xbf]/g, '').length;

/** Cuts a text to so many columns, at the border of a character. */
function fit(text: string, columns: number): string {
  const spare = columns - columnsOf(text);
  if (spare >= 0) return text + ' '.repeat(spare);
  let cut = text;
  while (columnsOf(cut) > columns - 2) cut = cut.replace(/[^][\x80-\xbf]*$/, '');
  return `${cut}..`;
}

/** ` - 5`: pass 5 removed it; ` ~ 1,5`: passes 1 and 5 changed it. */
function mark(one: OplineHistory): string {
  const passes = one.goneIn === 0 ? one.changedIn : [one.goneIn];
  if (passes.length === 0) return '';
  return ` ${one.goneIn === 0 ? '~' : '-'} ${passes.join(',')}`;
}

function counts(opArray: OpArray): string {
  return `lines=${opArray.opcodes.length}, tmps=${opArray.T}, literals=${opArray.literals.length}`;
}

/**
 * One op_array.
 * @param width columns of the terminal
 */
export function diffOpArray(one: OptimizedOpArray, width: number): string {
  const before = one.before.opArray;
  const after = one.unit.opArray;
  const side = Math.floor((Math.max(width, NARROWEST) - MIDDLE) / 2);
  const row = (left: string, middle: string, right: string): string =>
    `${fit(left, side)}${middle.padEnd(MIDDLE)}${right === '' ? '' : fit(right, side)}`.trimEnd();
  const numbers = new Map(after.opcodes.map((op, num) => [op, num]));
  const rows = one.history.map((history, num) => {
    const left = line(before, before.opcodes[num] as Opline, num);
    const now = history.goneIn === 0 ? numbers.get(history.copy) : undefined;
    return row(left, mark(history), now === undefined ? '' : line(after, history.copy, now));
  });
  const { fileName, lineStart, lineEnd } = before;
  return [
    '',
    `${cString(unitName(one.before))}:`,
    `     ; ${cString(fileName)}:${lineStart}-${lineEnd}`,
    row(`     ; before: ${counts(before)}`, '', `     ; after: ${counts(after)}`),
    ...rows,
    '',
  ].join('\n');
}
