/**
 * The layout PHP 7.1's opcache used, known from many articles: `L0 (2):     INIT_FCALL 1 96 string("go")`.
 * The oplines are those of PHP 8.2.
 * Source: php-src 7.1 ext/opcache/Optimizer/zend_dump.c
 */
import { CALL_FRAME_SLOT, type OpArray } from '../op-array.ts';
import { OPCODES } from '../opcodes.ts';
import { cString } from './format.ts';
import { type DumpUnit, unitName } from './op-array-name.ts';
import { formatOpline } from './opcache.ts';

const LIVE_KINDS = ['tmp/var', 'loop', 'silence', 'rope', 'new'];

/** Jump targets read `L5` here and `0005` in 8.2's layout. */
function oplineText(opArray: OpArray, num: number): string {
  const opline = opArray.opcodes[num]!;
  const row = OPCODES[opline.opcode];
  const text = formatOpline(opArray, opline);
  const jumps = row !== undefined && (row.op1 === 'jump' || row.op2 === 'jump' || row.extended.includes('jump'));
  return jumps ? text.replace(/ (\d{4,})(?=,|$)/g, (_, n: string) => ` L${Number(n)}`) : text;
}

function tables(opArray: OpArray): string {
  let out = '';
  if (opArray.liveRanges.length > 0) {
    out += 'LIVE RANGES:\n';
    for (const r of opArray.liveRanges) {
      out += `        ${r.var - CALL_FRAME_SLOT}: L${r.start} - L${r.end} (${LIVE_KINDS[r.kind] ?? ''})\n`;
    }
  }
  if (opArray.tryCatch.length > 0) {
    out += 'EXCEPTION TABLE:\n';
    const place = (num: number): string => (num === 0 ? '-' : `L${num}`);
    for (const t of opArray.tryCatch) {
      out += `        L${t.tryOp}, ${place(t.catchOp)}, ${place(t.finallyOp)}, ${place(t.finallyEnd)}\n`;
    }
  }
  return out;
}

/** The dump of a script in PHP 7.1's layout: a byte string. */
export function dumpPhp71(units: readonly DumpUnit[]): string {
  let out = '';
  for (const unit of units) {
    const { opArray } = unit;
    out +=
      `\n${cString(unitName(unit))}: ; (lines=${opArray.opcodes.length}, args=${opArray.numArgs}, ` +
      `vars=${opArray.vars.length}, tmps=${opArray.T})\n    ; (before optimizer)\n` +
      `    ; ${cString(opArray.fileName)}:${opArray.lineStart}-${opArray.lineEnd}\n`;
    for (const [num, opline] of opArray.opcodes.entries()) {
      out += `${`L${num} (${opline.lineno}):`.padEnd(11)} ${oplineText(opArray, num)}\n`;
    }
    out += tables(opArray);
  }
  return out;
}
