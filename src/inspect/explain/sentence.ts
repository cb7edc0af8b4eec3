/** Fills an explanation's placeholders with the operands of an opline. */
import { ASSIGN_SIGNS } from '../../bytecode/control-flow.ts';
import { operandText } from '../../bytecode/dump/operand-text.ts';
import { oplineNumber } from '../../bytecode/dump/format.ts';
import { IS_CONST, IS_CV, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP, OPCODES, opcodeName } from '../../bytecode/opcodes.ts';
import {
  ZEND_ARRAY_ELEMENT_REF,
  ZEND_ARRAY_NOT_PACKED,
  ZEND_ARRAY_SIZE_SHIFT,
  ZEND_BIND_REF,
  ZEND_ISEMPTY,
} from '../../bytecode/operand-flags.ts';
import { extendedNotes } from '../../bytecode/dump/extended-value.ts';
import { callNames } from './call-names.ts';
import type { Lang, Text } from './row.ts';
import { EXPLANATIONS } from './table.ts';

/** What the bits of extended_value choose, in words; '' when nothing. */
function chosen(op: Opline, lang: Lang): string {
  const value = op.extendedValue;
  const say = (en: string, zh: string): string => (lang === 'en' ? en : zh);
  const row = OPCODES[op.opcode];
  if (row === undefined) return '';
  if (row.extended.includes('isset')) {
    return (value & ZEND_ISEMPTY) !== 0 ? say('is empty', '为空') : say('is set and not null', '已设置且不为 null');
  }
  if (op.opcode === OP.INIT_ARRAY) {
    const size = value >>> ZEND_ARRAY_SIZE_SHIFT;
    const packed = (value & ZEND_ARRAY_NOT_PACKED) === 0;
    return say(
      `room for ${size}, ${packed ? 'packed' : 'hashed'}`,
      `预留 ${size} 个位置，${packed ? 'packed' : 'hash'}`,
    );
  }
  if (op.opcode === OP.ADD_ARRAY_ELEMENT) {
    return (value & ZEND_ARRAY_ELEMENT_REF) !== 0 ? say(' by reference', '（按引用）') : '';
  }
  if (op.opcode === OP.BIND_LEXICAL || op.opcode === OP.BIND_STATIC) {
    return (value & ZEND_BIND_REF) !== 0 ? say('by reference', '按引用') : say('by value', '按值');
  }
  const note = extendedNotes(op, row).trim();
  return row.extended.includes('eval') ? note.replace(/[()]/g, '') : note === '' ? '' : ` ${note}`;
}

/** `$n (CV0)`: a CV is named first as the program does. */
function friendly(opArray: OpArray, op: Opline, which: 1 | 2): string {
  const type = which === 1 ? op.op1Type : op.op2Type;
  const raw = operandText(opArray, op, which);
  if (type === IS_CV) return raw.replace(/^CV(\d+)\((.*)\)$/s, '$2');
  return raw === 'THIS' ? '$this' : raw.trim().replaceAll('\n', '\\n');
}

function resultText(opArray: OpArray, op: Opline): string {
  if (op.resultType === IS_UNUSED) return '';
  return operandText(opArray, op, 'result').replace(/^CV(\d+)\((.*)\)$/s, '$2');
}

/** Sentences about the oplines of one op_array. */
export class OplineExplainer {
  private readonly opArray: OpArray;
  private readonly lang: Lang;
  private readonly calls: readonly string[];

  constructor(opArray: OpArray, lang: Lang) {
    this.opArray = opArray;
    this.lang = lang;
    this.calls = callNames(opArray, (op, which) => friendly(opArray, op, which));
  }

  /** What opline `num` does with its operands: one sentence, a byte string. */
  does(num: number): string {
    const op = this.opArray.opcodes[num] as Opline;
    return this.fill(this.textOf(op, 'does'), op, num);
  }

  /** Why the compiler chose this opcode: the compile rule, a byte string. */
  why(num: number): string {
    return toBytes(this.textOf(this.opArray.opcodes[num] as Opline, 'why'));
  }

  private textOf(op: Opline, part: 'does' | 'why'): string {
    const row = OPCODES[op.opcode];
    const found: Text | undefined = row === undefined ? undefined : EXPLANATIONS[row.name]?.[part];
    return found?.[this.lang] ?? opcodeName(op.opcode);
  }

  private fill(template: string, op: Opline, num: number): string {
    const { opArray } = this;
    const one = friendly(opArray, op, 1);
    const two = friendly(opArray, op, 2);
    const result = resultText(opArray, op);
    const has: Readonly<Record<string, boolean>> = { 1: one !== '', 2: two !== '', r: result !== '' };
    const data = opArray.opcodes[num + 1];
    const values: Readonly<Record<string, string>> = {
      1: one,
      2: two || (op.op2Type === IS_UNUSED ? '' : '?'),
      r: result || (this.lang === 'en' ? 'nothing' : '（不用）'),
      n1: String(op.op1Type === IS_CONST ? op.op1 : op.op1 >>> 0),
      n2: String(op.op2 >>> 0),
      nx: String(op.extendedValue >>> 0),
      j1: oplineNumber(op.op1),
      j2: oplineNumber(op.op2),
      jx: oplineNumber(op.extendedValue),
      d: data?.opcode === OP.OP_DATA ? friendly(opArray, data, 1) : '?',
      op: ASSIGN_SIGNS[op.extendedValue] ?? '?',
      fn: this.calls[num] || '?',
      type: OPCODES[op.opcode] === undefined ? '' : extendedNotes(op, OPCODES[op.opcode]).trim().replace(/[()]/g, ''),
      what: toBytes(chosen(op, this.lang)),
    };
    const text = toBytes(template).replace(/<([12r])\|((?:[^<>]|<(?!\|))*)>/g, (_all, which: string, inner: string) =>
      has[which] === true ? inner : '',
    );
    return text.replace(/\{(\w+)\}/g, (_all, key: string) => values[key] ?? '').replace(/ {2,}/g, ' ');
  }
}

/** Text as a byte string of UTF-8. */
export function toBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
