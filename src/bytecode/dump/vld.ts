/**
 * The layout of the VLD extension (3v4l.org's "VLD" tab): a table of oplines with `!0` for CVs, `$1` for VARs, `~2` for
 * TMPs and `->5` for jump targets. VLD's branch analysis is left out.
 * Source: VLD 0.18 srm_oparray.c
 */
import { CALL_FRAME_SLOT, IS_CONST, IS_CV, IS_TMP_VAR, IS_VAR, type OpArray, type Opline } from '../op-array.ts';
import { OP, OPCODES, type OperandUse, opcodeName } from '../opcodes.ts';
import { ZEND_FETCH_GLOBAL, ZEND_FETCH_LOCAL } from '../operand-flags.ts';
import { PhpArray } from '../../value/php-array.ts';
import { PhpFloat, type Zval } from '../../value/zval.ts';
import { extendedNotes } from './extended-value.ts';
import { formatG } from './format.ts';
import { type DumpUnit, unitName } from './op-array-name.ts';

/** Strings are shown url-encoded, as VLD does. */
function encode(s: string): string {
  return s.replace(/[^A-Za-z0-9_.-]/g, (ch) =>
    ch === ' ' ? '+' : `%${ch.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function constant(v: Zval): string {
  if (v === null || v === undefined) return 'null';
  if (typeof v === 'string') return `'${encode(v)}'`;
  if (v instanceof PhpFloat) return formatG(v.value);
  if (v instanceof PhpArray) return '<array>';
  if (typeof v === 'object') return '<const ast>';
  return v === true ? '<true>' : v === false ? '<false>' : `${v}`;
}

function variable(type: number, slot: number): string {
  const sigil = type === IS_CV ? '!' : type === IS_VAR ? '$' : '~';
  return `${sigil}${slot - CALL_FRAME_SLOT}`;
}

function operand(type: number, num: number, lit: Zval, use: OperandUse): string | null {
  if (type === IS_CONST) return constant(lit);
  if ((type & (IS_CV | IS_VAR | IS_TMP_VAR)) !== 0) return variable(type, num);
  if (use === 'jump') return `->${num}`;
  return use === 'num' ? `${num}` : null;
}

function operands(opline: Opline): string {
  const row = OPCODES[opline.opcode];
  const parts = [
    operand(opline.op1Type, opline.op1, opline.op1Lit, row?.op1 ?? 'none'),
    operand(opline.op2Type, opline.op2, opline.op2Lit, row?.op2 ?? 'none'),
    row?.extended.includes('jump') ? `->${opline.extendedValue}` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function fetchColumn(opline: Opline): string {
  if (!OPCODES[opline.opcode]?.extended.includes('var-fetch')) return '';
  if ((opline.extendedValue & ZEND_FETCH_GLOBAL) !== 0) return 'global';
  return (opline.extendedValue & ZEND_FETCH_LOCAL) !== 0 ? 'local' : '';
}

/** Opline numbers that control may jump to. */
function targets(opArray: OpArray): Set<number> {
  const out = new Set<number>();
  for (const opline of opArray.opcodes) {
    const row = OPCODES[opline.opcode];
    if (row?.op1 === 'jump' && opline.op1Type === 0) out.add(opline.op1);
    if (row?.op2 === 'jump' && opline.op2Type === 0) out.add(opline.op2);
    if (row?.extended.includes('jump')) out.add(opline.extendedValue);
  }
  for (const t of opArray.tryCatch) out.add(t.catchOp).add(t.finallyOp);
  return out;
}

const LEAVES: ReadonlySet<string> = new Set(['branch', 'jump', 'switch', 'exit', 'throw']);

function line(opArray: OpArray, num: number, into: Set<number>): string {
  const opline = opArray.opcodes[num]!;
  const previous = num > 0 ? opArray.opcodes[num - 1]!.lineno : -1;
  const row = OPCODES[opline.opcode];
  const lineno = opline.lineno === previous ? '' : String(opline.lineno);
  const marks = `${num === 0 ? 'E' : ' '} ${num === 0 || into.has(num) ? '>' : ' '} ${row !== undefined && LEAVES.has(row.flow) ? '>' : ' '}`;
  const result =
    (opline.resultType & (IS_VAR | IS_TMP_VAR | IS_CV)) === 0 ? '' : variable(opline.resultType, opline.result);
  const ext =
    opline.opcode === OP.CAST
      ? ''
      : extendedNotes(opline, row)
          .replace(/[ ()]+/g, ' ')
          .trim();
  return `${lineno.padStart(5)} ${String(num).padStart(5)}  ${marks} ${opcodeName(opline.opcode).padEnd(32)} ${fetchColumn(
    opline,
  ).padEnd(12)} ${ext.padStart(5)}  ${result.padEnd(7)} ${operands(opline)}`.trimEnd();
}

/** The dump of a script in VLD's layout: a byte string. */
export function dumpVld(units: readonly DumpUnit[]): string {
  let out = '';
  for (const unit of units) {
    const { opArray } = unit;
    const into = targets(opArray);
    const vars = opArray.vars.map((name, i) => `!${i} = $${name}`).join(', ');
    out +=
      `filename:       ${opArray.fileName}\n` +
      `function name:  ${opArray.functionName === null ? '(null)' : unitName(unit)}\n` +
      `number of ops:  ${opArray.opcodes.length}\n` +
      `compiled vars:  ${vars === '' ? 'none' : vars}\n` +
      'line      #* E I O op                               fetch          ext  return  operands\n' +
      `${'-'.repeat(89)}\n`;
    for (const num of opArray.opcodes.keys()) out += `${line(opArray, num, into)}\n`;
    out += '\n';
  }
  return out;
}
