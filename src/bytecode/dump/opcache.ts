/**
 * The dump of opcache (`opcache.opt_debug_level=0x10000`), byte for byte.
 * Source: php-src 8.2 Zend/Optimizer/zend_dump.c
 */
import {
  CALL_FRAME_SLOT,
  IS_CONST,
  IS_CV,
  IS_TMP_VAR,
  IS_VAR,
  type LiveRange,
  type OpArray,
  type Opline,
  type TryCatchElement,
} from '../op-array.ts';
import { OP, OPCODES, type OpcodeRow, opcodeName } from '../opcodes.ts';
import {
  IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE,
  ZEND_FETCH_CLASS_EXCEPTION,
  ZEND_FETCH_CLASS_MASK,
  ZEND_FETCH_CLASS_NO_AUTOLOAD,
  ZEND_FETCH_CLASS_SILENT,
  ZEND_LAST_CATCH,
} from '../operand-flags.ts';
import { PhpArray } from '../../value/php-array.ts';
import { extendedNotes } from './extended-value.ts';
import { cString, formatConst, oplineNumber } from './format.ts';
import { type DumpUnit, unitName } from './op-array-name.ts';

const VARIABLE = IS_CV | IS_VAR | IS_TMP_VAR;

/** `CV0($a)`, `V3`, `T4`: zend_dump_var. `slot` is the operand's place in the frame. */
export function formatVar(opArray: OpArray, type: number, slot: number): string {
  const num = slot - CALL_FRAME_SLOT;
  if (type === IS_CV && num < opArray.vars.length) return `CV${num}($${cString(opArray.vars[num]!)})`;
  if (type === IS_VAR) return `V${num}`;
  return type === IS_TMP_VAR ? `T${num}` : `X${num}`;
}

const CLASS_FETCH = ['', ' (self)', ' (parent)', ' (static)', ' (auto)', ' (interface)', ' (trait)'];

/** zend_dump_class_fetch_type */
function classFetch(num: number): string {
  let out = CLASS_FETCH[num & ZEND_FETCH_CLASS_MASK] ?? '';
  if ((num & ZEND_FETCH_CLASS_NO_AUTOLOAD) !== 0) out += ' (no-autoload)';
  if ((num & ZEND_FETCH_CLASS_SILENT) !== 0) out += ' (silent)';
  if ((num & ZEND_FETCH_CLASS_EXCEPTION) !== 0) out += ' (exception)';
  return out;
}

/** What an operand shows that is neither constant nor variable (zend_dump_unused_op). */
export function unusedOperand(use: OpcodeRow['op1'], num: number): string {
  switch (use) {
    case 'num':
      return ` ${num >>> 0}`;
    case 'jump':
      return ` ${oplineNumber(num)}`;
    case 'try-catch':
      return num === -1 ? '' : ` try-catch(${num})`;
    case 'this':
      return ' THIS';
    case 'next':
      return ' NEXT';
    case 'class-fetch':
      return classFetch(num);
    case 'constructor':
      return ' CONSTRUCTOR';
    case 'const-fetch':
      return (num & IS_CONSTANT_UNQUALIFIED_IN_NAMESPACE) !== 0 ? ' (unqualified-in-namespace)' : '';
    case 'none':
    case 'value':
    case 'cache-slot':
      return '';
  }
}

/** The targets of SWITCH_LONG, SWITCH_STRING, MATCH. */
function jumptable(table: PhpArray): string {
  let out = '';
  for (const [key, target] of table.entries()) {
    const label = typeof key === 'string' ? `"${cString(key)}"` : `${key}`;
    out += ` ${label}: ${oplineNumber(Number(target))},`;
  }
  return `${out} default:`;
}

function operand2(opArray: OpArray, opline: Opline, row: OpcodeRow | undefined): string {
  if (opline.op2Type === IS_CONST) {
    const isTable =
      opline.opcode === OP.SWITCH_LONG || opline.opcode === OP.SWITCH_STRING || opline.opcode === OP.MATCH;
    if (isTable && opline.op2Lit instanceof PhpArray) return jumptable(opline.op2Lit);
    return ` ${formatConst(opline.op2Lit)}`;
  }
  if ((opline.op2Type & VARIABLE) !== 0) return ` ${formatVar(opArray, opline.op2Type, opline.op2)}`;
  // The last catch has nowhere to go on to.
  if (opline.opcode === OP.CATCH && (opline.extendedValue & ZEND_LAST_CATCH) !== 0) return '';
  return unusedOperand(row?.op2 ?? 'none', opline.op2);
}

/** One opline without its number (zend_dump_op). */
export function formatOpline(opArray: OpArray, opline: Opline): string {
  const row = OPCODES[opline.opcode];
  let out = '';
  if ((opline.resultType & VARIABLE) !== 0) {
    out = `${formatVar(opArray, opline.resultType, opline.result)} = `;
  }
  out += opcodeName(opline.opcode);
  out += extendedNotes(opline, row);
  if (opline.op1Type === IS_CONST) out += ` ${formatConst(opline.op1Lit)}`;
  else if ((opline.op1Type & VARIABLE) !== 0) out += ` ${formatVar(opArray, opline.op1Type, opline.op1)}`;
  else out += unusedOperand(row?.op1 ?? 'none', opline.op1);
  out += operand2(opArray, opline, row);
  if (row?.extended.includes('jump')) out += ` ${oplineNumber(opline.extendedValue)}`;
  return out;
}

const LIVE_KINDS = ['tmp/var', 'loop', 'silence', 'rope', 'new'];

/** `13: 0031 - 0032 (tmp/var)` */
export function formatLiveRange(range: LiveRange): string {
  const kind = LIVE_KINDS[range.kind] ?? '';
  return `${range.var - CALL_FRAME_SLOT}: ${oplineNumber(range.start)} - ${oplineNumber(range.end)} (${kind})`;
}

/** A row of the exception table; like PHP's, a row with a finally block has no line end behind it. */
function formatTryCatch(t: TryCatchElement): string {
  const place = (num: number): string => (num === 0 ? '-' : oplineNumber(num));
  const end = t.finallyEnd === 0 ? '-\n' : oplineNumber(t.finallyEnd);
  return `     ${oplineNumber(t.tryOp)}, ${place(t.catchOp)}, ${place(t.finallyOp)}, ${end}`;
}

const BEFORE = 'before optimizer';

/** The lines between an op_array's name and its oplines. */
function header(unit: DumpUnit, when: string): string {
  const { opArray } = unit;
  // num_args does not count a variadic parameter.
  const args = opArray.numArgs;
  return (
    `\n${cString(unitName(unit))}:\n` +
    `     ; (lines=${opArray.opcodes.length}, args=${args}, vars=${opArray.vars.length}, tmps=${opArray.T})\n` +
    `     ; (${when})\n` +
    `     ; ${cString(opArray.fileName)}:${opArray.lineStart}-${opArray.lineEnd}\n` +
    (when === BEFORE ? '     ; return  [] RANGE[0..0]\n' : '')
  );
}

/**
 * zend_dump_op_array of one op_array.
 * @param when which optimizer pass it comes out of, as the header says it
 */
export function dumpOpArray(unit: DumpUnit, when: string = BEFORE): string {
  const { opArray } = unit;
  let out = header(unit, when);
  for (const [num, opline] of opArray.opcodes.entries()) {
    out += `${oplineNumber(num).padEnd(4)} ${formatOpline(opArray, opline)}\n`;
  }
  if (opArray.liveRanges.length > 0) {
    out += 'LIVE RANGES:\n';
    for (const range of opArray.liveRanges) out += `     ${formatLiveRange(range)}\n`;
  }
  if (opArray.tryCatch.length > 0) {
    out += 'EXCEPTION TABLE:\n';
    for (const t of opArray.tryCatch) out += formatTryCatch(t);
  }
  return out;
}

/** What opcache prints of a whole script: a byte string. */
export function dumpOpcache(units: readonly DumpUnit[]): string {
  return units.map((unit) => dumpOpArray(unit)).join('');
}
