/**
 * Checks that an op_array is well formed: what every handler relies on and never checks itself. Used by tests, by the
 * loader of cached op_arrays and by `corovm dump --verify`-like tools; the compiler's output always passes.
 */
import { hasData } from './control-flow.ts';
import {
  CALL_FRAME_SLOT,
  IS_CONST,
  IS_CV,
  IS_TMP_VAR,
  IS_UNUSED,
  IS_VAR,
  type OpArray,
  type Opline,
} from './op-array.ts';
import { OP, OPCODES, type OpcodeRow, opcodeName } from './opcodes.ts';
import { ZEND_LAST_CATCH } from './operand-flags.ts';
import { PhpArray } from '../value/php-array.ts';

/** One thing wrong with an op_array; `opline` is null for its tables. */
export interface VerifyProblem {
  opline: number | null;
  message: string;
}

class Verifier {
  readonly problems: VerifyProblem[] = [];
  private readonly opArray: OpArray;
  private at: number | null = null;

  constructor(opArray: OpArray) {
    this.opArray = opArray;
  }

  private report(message: string): void {
    this.problems.push({ opline: this.at, message });
  }

  private operand(what: string, type: number, num: number): void {
    const { vars, T, literals } = this.opArray;
    const slot = num - CALL_FRAME_SLOT;
    switch (type) {
      case IS_UNUSED:
        return;
      case IS_CONST:
        if (num < 0 || num >= literals.length) this.report(`${what}: no literal ${num}`);
        return;
      case IS_CV:
        if (slot < 0 || slot >= vars.length) this.report(`${what}: no CV in slot ${num}`);
        return;
      case IS_TMP_VAR:
      case IS_VAR:
        if (slot < vars.length || slot >= vars.length + T) this.report(`${what}: no temporary in slot ${num}`);
        return;
      default:
        this.report(`${what}: operand type ${type}`);
    }
  }

  private target(what: string, num: number): void {
    if (!Number.isInteger(num) || num < 0 || num >= this.opArray.opcodes.length) {
      this.report(`${what}: jumps to opline ${num}, which does not exist`);
    }
  }

  private jumps(opline: Opline, row: OpcodeRow): void {
    if (row.op1 === 'jump' && opline.op1Type === IS_UNUSED) this.target('op1', opline.op1);
    const lastCatch = opline.opcode === OP.CATCH && (opline.extendedValue & ZEND_LAST_CATCH) !== 0;
    if (row.op2 === 'jump' && opline.op2Type === IS_UNUSED && !lastCatch) this.target('op2', opline.op2);
    if (row.extended.includes('jump')) this.target('extended_value', opline.extendedValue);
    if (row.flow === 'switch') {
      if (!(opline.op2Lit instanceof PhpArray)) {
        this.report('op2: no jump table');
        return;
      }
      for (const [key, value] of opline.op2Lit.entries()) this.target(`case ${String(key)}`, Number(value));
    }
  }

  private opline(opline: Opline, num: number): void {
    this.at = num;
    const row = OPCODES[opline.opcode];
    if (row === undefined) {
      this.report(`unknown opcode ${opline.opcode}`);
      return;
    }
    this.operand('op1', opline.op1Type, opline.op1);
    this.operand('op2', opline.op2Type, opline.op2);
    if (opline.resultType === IS_CONST) this.report('result: a constant');
    this.operand('result', opline.resultType, opline.result);
    this.jumps(opline, row);
    const next = this.opArray.opcodes[num + 1];
    if (hasData(opline) && next?.opcode !== OP.OP_DATA) {
      this.report(`${opcodeName(opline.opcode)} without OP_DATA behind it`);
    }
  }

  private tables(): void {
    this.at = null;
    const { opcodes, liveRanges, tryCatch, vars, T } = this.opArray;
    const last = opcodes.at(-1);
    if (last === undefined) this.report('no oplines');
    else if (!ENDS.has(OPCODES[last.opcode]?.flow ?? 'next')) this.report('runs over its end');
    for (const range of liveRanges) {
      const slot = range.var - CALL_FRAME_SLOT;
      if (slot < vars.length || slot >= vars.length + T) this.report(`live range of slot ${range.var}`);
      if (range.start > range.end || range.end > opcodes.length) {
        this.report(`live range ${range.start} - ${range.end}`);
      }
    }
    for (const t of tryCatch) {
      for (const num of [t.tryOp, t.catchOp, t.finallyOp, t.finallyEnd]) this.target('exception table', num);
    }
  }

  run(): VerifyProblem[] {
    for (const [num, opline] of this.opArray.opcodes.entries()) this.opline(opline, num);
    this.tables();
    return this.problems;
  }
}

const ENDS: ReadonlySet<string> = new Set(['exit', 'throw', 'jump']);

/** What is wrong with a finished op_array (after pass two); empty when nothing. Closures inside are not looked at. */
export function verifyOpArray(opArray: OpArray): VerifyProblem[] {
  return new Verifier(opArray).run();
}
