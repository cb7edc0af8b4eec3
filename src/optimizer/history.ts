/**
 * What became of each opline: in which pass it was changed, and in which it went. Passes move oplines and change them in
 * place, so that an opline behind the passes is known to be the one it was before them.
 */
import { IS_CONST, IS_CV, type OpArray, type Opline } from '../bytecode/op-array.ts';
import { OP, OPCODES } from '../bytecode/opcodes.ts';

/** One opline of the compiler's. */
export interface OplineHistory {
  /** The opline behind the passes; itself a NOP or left out when `goneIn` is set. */
  readonly copy: Opline;
  /** Passes that changed it. */
  readonly changedIn: number[];
  /** The pass that removed it; 0: it is still there. */
  goneIn: number;
}

/** Pass 3 only changes targets, and no other pass tells targets from new numbers of the same oplines. */
const JUMP_PASS = 3;

/** What an opline does, but for the numbers of temporaries and of oplines. */
function signature(op: Opline): string {
  const operand = (type: number, num: number, lit: unknown): string =>
    type === IS_CONST ? `${typeof lit} ${String(lit)}` : type === IS_CV ? `cv ${num}` : `${type}`;
  const left = operand(op.op1Type, op.op1, op.op1Lit);
  const right = operand(op.op2Type, op.op2, op.op2Lit);
  const jumps = OPCODES[op.opcode]?.extended.some((use) => use === 'jump' || use === 'cache-slot') === true;
  const extended = jumps ? '' : op.extendedValue;
  return [op.opcode, left, right, operand(op.resultType, op.result, undefined), extended].join('\n');
}

function targetsOf(op: Opline): string {
  const row = OPCODES[op.opcode];
  const jumps = [row?.op1 === 'jump' ? op.op1 : '', row?.op2 === 'jump' ? op.op2 : ''];
  return [...jumps, row?.extended.includes('jump') === true ? op.extendedValue : ''].join(' ');
}

/** Follows the oplines of an op_array through the passes. */
export class HistoryKeeper {
  readonly oplines: readonly OplineHistory[];
  private readonly opArray: OpArray;
  private signatures: string[];
  private targets: string[];

  /** @param opArray the copy that the passes will change, before the first of them */
  constructor(opArray: OpArray) {
    this.opArray = opArray;
    this.oplines = opArray.opcodes.map((copy) => ({ copy, changedIn: [], goneIn: 0 }));
    this.signatures = opArray.opcodes.map(signature);
    this.targets = opArray.opcodes.map(targetsOf);
  }

  /** Notes what a pass did. */
  note(pass: number): void {
    const present = new Set(this.opArray.opcodes);
    this.oplines.forEach((one, i) => {
      if (one.goneIn !== 0) return;
      const { copy } = one;
      const text = signature(copy);
      const targets = targetsOf(copy);
      const wasNop = this.signatures[i]?.startsWith(`${OP.NOP}\n`) === true;
      if (!present.has(copy) || (copy.opcode === OP.NOP && !wasNop)) one.goneIn = pass;
      else if (text !== this.signatures[i] || (pass === JUMP_PASS && targets !== this.targets[i])) {
        one.changedIn.push(pass);
      }
      this.signatures[i] = text;
      this.targets[i] = targets;
    });
  }
}
