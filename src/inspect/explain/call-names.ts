/** Which function the oplines of a call belong to: SEND_* and DO_* do not say it, the INIT_* before them does. */
import { IS_CONST, IS_UNUSED, type OpArray, type Opline } from '../../bytecode/op-array.ts';
import { OP } from '../../bytecode/opcodes.ts';

const INIT: ReadonlySet<number> = new Set([
  OP.INIT_FCALL,
  OP.INIT_FCALL_BY_NAME,
  OP.INIT_NS_FCALL_BY_NAME,
  OP.INIT_DYNAMIC_CALL,
  OP.INIT_METHOD_CALL,
  OP.INIT_STATIC_METHOD_CALL,
  OP.INIT_USER_CALL,
  OP.NEW,
]);

const END: ReadonlySet<number> = new Set([
  OP.DO_FCALL,
  OP.DO_ICALL,
  OP.DO_UCALL,
  OP.DO_FCALL_BY_NAME,
  OP.CALLABLE_CONVERT,
]);

const text = (v: unknown): string => (typeof v === 'string' ? v : '?');

function calleeOf(op: Opline, show: (op: Opline, which: 1 | 2) => string): string {
  switch (op.opcode) {
    case OP.NEW:
      return `${op.op1Type === IS_CONST ? text(op.op1Lit) : 'new'}::__construct()`;
    case OP.INIT_METHOD_CALL: {
      const object = op.op1Type === IS_UNUSED ? '$this' : show(op, 1);
      return `${object}->${op.op2Type === IS_CONST ? text(op.op2Lit) : show(op, 2)}()`;
    }
    case OP.INIT_STATIC_METHOD_CALL: {
      const cls = op.op1Type === IS_CONST ? text(op.op1Lit) : show(op, 1).trim() || 'static';
      const method = op.op2Type === IS_CONST ? text(op.op2Lit) : op.op2Type === IS_UNUSED ? '__construct' : show(op, 2);
      return `${cls}::${method}()`;
    }
    default:
      return op.op2Type === IS_CONST ? `${text(op.op2Lit)}()` : `${show(op, 2)}()`;
  }
}

/** For every opline the function whose call it begins, prepares or makes; '' when none. */
export function callNames(opArray: OpArray, show: (op: Opline, which: 1 | 2) => string): string[] {
  const open: string[] = [];
  return opArray.opcodes.map((op) => {
    if (INIT.has(op.opcode)) open.push(calleeOf(op, show));
    const name = open.at(-1) ?? '';
    if (END.has(op.opcode)) open.pop();
    return name;
  });
}
