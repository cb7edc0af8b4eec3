// Fast paths of the dispatch loop: what the hottest opcodes do when their operands are plain numbers, booleans or
// strings. Each snippet either does the whole opline and says `continue`, or falls through to the handler, which does
// everything. They use the loop's locals: op, slots, base, pc, ops, ex, budget (counted down by jumps that may go back).
//
// A comparison whose result only feeds the next JMPZ/JMPNZ does that jump too (Zend's smart branch): `op.smartBranch` is
// the jump's opcode and `op.smartTarget` where it goes, set by prepareOpArray (src/vm/prepare.ts). In the same way a sum
// that is only passed as an argument goes right into the argument's slot, one that is only assigned goes right into the
// variable's, and `++$i` at the end of a loop makes the comparison and the jump behind it.

const SAFE = '9007199254740991';

const operands = `
          const a = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          const b = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];`;

/** Where a result goes: into an argument, into a variable, or into its temporary. */
const deliver = (r) => `
              if (op.smartBranch !== 0) {
                if (op.smartBranch === 22) {
                  const old = slots[base + op.smartTarget];
                  if (typeof old !== 'object' || old === null) {
                    slots[base + op.smartTarget] = ${r};
                    pc += 2;
                    continue;
                  }
                } else {
                  const call = ex.call as ExecuteData;
                  if (op.smartBranch === 65 || !call.func.takesReferences) {
                    call.slots[call.base + 4 + op.smartTarget] = ${r};
                    pc += 2;
                    continue;
                  }
                }
              }
              slots[base + op.result] = ${r};
              pc++;
              continue;`;

const arithmetic = (expression, float) => `${operands}
          if (typeof a === 'number') {
            if (typeof b === 'number') {
              const r = ${expression};
              if (r <= ${SAFE} && r >= -${SAFE}) {${deliver('r')}
              }
            } else if (b instanceof PhpFloat) {
              slots[base + op.result] = new PhpFloat(${float('a', 'b.value')});
              pc++;
              continue;
            }
          } else if (a instanceof PhpFloat) {
            const y = typeof b === 'number' ? b : b instanceof PhpFloat ? b.value : undefined;
            if (y !== undefined) {
              slots[base + op.result] = new PhpFloat(${float('a.value', 'y')});
              pc++;
              continue;
            }
          }`;

/** Operators on integers that JavaScript's own operators do right under `condition`. */
const integers = (condition, expression) => `${operands}
          if (typeof a === 'number' && typeof b === 'number' && ${condition}) {
            const r = ${expression};
            if (r <= ${SAFE} && r >= -${SAFE}) {${deliver('r')}
            }
          }`;

const branch = (condition) => `
            const smart = op.smartBranch;
            if (smart === 43) pc = ${condition} ? pc + 2 : op.smartTarget;
            else if (smart === 44) {
              pc = ${condition} ? op.smartTarget : pc + 2;
              if (--budget < 0) {
                ex.opline = pc;
                return budget + spare;
              }
            } else {
              slots[base + op.result] = ${condition};
              pc++;
            }
            continue;`;

const comparison = (operator) => `${operands}
          if (typeof a === 'number' && typeof b === 'number') {${branch(`a ${operator} b`)}
          }
          if (a instanceof PhpFloat) {
            const y = b instanceof PhpFloat ? b.value : b;
            if (typeof y === 'number') {${branch(`a.value ${operator} y`)}
            }
          }`;

// What holds no count: an int, a string, a boolean or a float. null and the rest is the handler's.
const uncounted = (v) => `(typeof ${v} !== 'object' ? ${v} !== undefined : ${v} instanceof PhpFloat)`;

const identical = (negated) => `${operands}
          if (typeof a !== 'object' && typeof b !== 'object' && a !== undefined && b !== undefined) {${branch(negated ? 'a !== b' : 'a === b')}
          }`;

// Behind `++$i`: `$i < limit` or `$i <= limit` and the jump back.
const loopEnd = `if (op.smartBranch !== 0) {
              const next = ops[pc + 1] as Opline;
              const limit = next.op2Type === 1 ? next.op2Lit : slots[base + next.op2];
              if (typeof limit === 'number') {
                pc = (op.smartBranch === 20 ? r < limit : r <= limit) ? next.smartTarget : pc + 3;
                if (--budget >= 0) continue;
                ex.opline = pc;
                return budget + spare;
              }
            }`;

const step = (change, limit, post) => `
          const v = slots[base + op.op1];
          if (typeof v === 'number' && v ${limit}) {
            const r = v ${change};
            ${post ? `slots[base + op.result] = v;` : `if (op.resultType !== 0) slots[base + op.result] = r;`}
            slots[base + op.op1] = r;
            ${post ? '' : loopEnd}
            pc++;
            continue;
          }`;

// An argument goes into slot 5 + (n - 1) of the prepared frame.
const send = (guard) => `
          if (op.op2Type !== 1) {
            const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
            const call = ex.call as ExecuteData;
            if (${uncounted('v')}${guard}) {
              call.slots[call.base + 4 + op.op2] = v;
              pc++;
              continue;
            }
          }`;

const switchFrame = `
            ops = ex.opcodes;
            slots = ex.slots;
            base = ex.base;`;

// A user function with no more arguments than parameters (DO_UCALL: the compiler knew it).
const enter = (guard) => `
          const call = ex.call as ExecuteData;
          const func = call.func;
          if (func.type === 2${guard} && call.numArgs <= func.numArgs) {
            ex.opline = pc;
            if (--budget < 0) return budget + spare;
            ex.call = call.prev;
            call.prev = ex;
            call.returnSlot = op.resultType === 0 ? -1 : base + op.result;
            if (vm.jit !== null) {
              const code = compiledCall(vm, vm.jit, func as OpArray, call);
              if (code !== null) {
                if (runCall(vm, code, call)) {
                  pc++;
                  continue;
                }
                pc = -3;
                break;
              }
            }
            initFuncExecuteData(vm, call, func as OpArray);
            ex = call;${switchFrame}
            pc = ex.opline;
            continue;
          }`;

// Neither ACC_DEPRECATED nor ACC_ABSTRACT, no CALL_MAY_HAVE_UNDEF, no __call.
const DO_FCALL_GUARD = ' && (func.fnFlags & 0x840) === 0 && (call.callInfo & 1024) === 0 && call.extras === null';

// A frame that holds nothing counted returns a plain value to the call's result.
const leave = `
          const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          if (ex.callInfo === 0 && ex.returnSlot >= 0 && (typeof v !== 'object' || v === null || v instanceof PhpFloat) && v !== undefined) {
            let i = base + 5;
            const end = i + (ex.func as OpArray).vars.length;
            for (; i < end; i++) {
              const held = slots[i];
              if (typeof held === 'object' && held !== null && !(held instanceof PhpFloat)) break;
            }
            if (i === end) {
              ex.opline = pc;
              if (--budget < 0) return budget + spare;
              const caller = ex.prev as ExecuteData;
              caller.slots[ex.returnSlot] = v;
              vm.vmStackTop = base;
              vm.currentExecuteData = caller;
              recycleFrame(vm, ex);
              ex = caller;${switchFrame}
              pc = ++ex.opline;
              continue;
            }
          }`;

// The function has been looked up before.
const init = `
          const func = ex.runTimeCache[op.result >>> 3] as Func | undefined;
          if (func !== undefined) {
            ex.opline = pc;
            const call = pushCallFrame(vm, 0, func, op.extendedValue, null, null);
            call.prev = ex.call;
            ex.call = call;
            pc++;
            continue;
          }`;

/** Opcode name -> TypeScript put in front of the handler's call. */
export const FAST_PATHS = {
  ADD: arithmetic('a + b', (x, y) => `${x} + ${y}`),
  SUB: arithmetic('a - b', (x, y) => `${x} - ${y}`),
  MUL: arithmetic('a * b + 0', (x, y) => `${x} * ${y}`),
  MOD: integers('b !== 0', '(a % b) + 0'),
  SL: integers('b >= 0 && b < 32', 'a * (2 ** b)'),
  SR: integers('b >= 0 && b < 32 && (a | 0) === a', 'a >> b'),
  BW_OR: integers('(a | 0) === a && (b | 0) === b', 'a | b'),
  BW_AND: integers('(a | 0) === a && (b | 0) === b', 'a & b'),
  BW_XOR: integers('(a | 0) === a && (b | 0) === b', 'a ^ b'),
  IS_SMALLER: comparison('<'),
  IS_SMALLER_OR_EQUAL: comparison('<='),
  IS_EQUAL: comparison('==='),
  IS_NOT_EQUAL: comparison('!=='),
  IS_IDENTICAL: identical(false),
  IS_NOT_IDENTICAL: identical(true),
  PRE_INC: step('+ 1', `< ${SAFE}`, false),
  PRE_DEC: step('- 1', `> -${SAFE}`, false),
  POST_INC: step('+ 1', `< ${SAFE}`, true),
  POST_DEC: step('- 1', `> -${SAFE}`, true),
  INIT_FCALL: init,
  INIT_FCALL_BY_NAME: init,
  DO_UCALL: enter(''),
  DO_FCALL: enter(DO_FCALL_GUARD),
  DO_FCALL_BY_NAME: enter(DO_FCALL_GUARD),
  RETURN: leave,
  // op2 is the mask of the parameter's type: 16 for int, 64 for string, 1022 where there is none
  RECV: `
          const v = slots[base + op.result];
          if (
            op.op1 <= ex.numArgs &&
            (op.op2 === 1022
              ? v !== undefined
              : typeof v === 'number'
                ? (op.op2 & 16) !== 0
                : typeof v === 'string' && (op.op2 & 64) !== 0)
          ) {
            pc++;
            continue;
          }`,
  JMP: `
          pc = op.op1;
          if (--budget >= 0) continue;
          ex.opline = pc;
          return budget + spare;`,
  JMPZ: `
          const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          if (v === true) {
            pc++;
            continue;
          }
          if (v === false) {
            pc = op.op2;
            continue;
          }`,
  JMPNZ: `
          const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          if (v === false) {
            pc++;
            continue;
          }
          if (v === true) {
            pc = op.op2;
            if (--budget >= 0) continue;
            ex.opline = pc;
            return budget + spare;
          }`,
  ASSIGN: `
          if (op.op1Type === 8) {
            const old = slots[base + op.op1];
            const v = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];
            if ((typeof old !== 'object' || old === null || old instanceof PhpFloat) && ${uncounted('v')}) {
              slots[base + op.op1] = v;
              if (op.resultType !== 0) slots[base + op.result] = v;
              pc++;
              continue;
            }
          }`,
  ASSIGN_OP: `
          if (op.op1Type === 8) {
            const a = slots[base + op.op1];
            const b = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];
            if (typeof a === 'number' && typeof b === 'number' && op.extendedValue <= 3) {
              const r = op.extendedValue === 1 ? a + b : op.extendedValue === 2 ? a - b : a * b + 0;
              if (r <= ${SAFE} && r >= -${SAFE}) {
                slots[base + op.op1] = r;
                if (op.resultType !== 0) slots[base + op.result] = r;
                pc++;
                continue;
              }
            }
          }`,
  QM_ASSIGN: `
          const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          if (${uncounted('v')}) {
            slots[base + op.result] = v;
            pc++;
            continue;
          }`,
  SEND_VAL: send(''),
  SEND_VAR: send(''),
  SEND_VAL_EX: send(' && !call.func.takesReferences'),
  SEND_VAR_EX: send(' && !call.func.takesReferences'),
  FETCH_DIM_R: `
          const a = slots[base + op.op1];
          if (a instanceof PhpArray && a.map === null) {
            const i = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];
            if (typeof i === 'number' && op.op1Type === 8 && i >= 0 && i < a.vals.length) {
              const v = a.vals[i];
              if (${uncounted('v')}) {
                slots[base + op.result] = v;
                pc++;
                continue;
              }
            }
          }`,
};

/**
 * What follows the handler of a jump that may go back, so that a loop whose condition needs the handler (a reference, an
 * array) is left in time, too.
 */
export const BEHIND = {
  JMPNZ: `
          if (--budget < 0 && pc >= 0 && !vm.attention) {
            ex.opline = pc;
            return budget + spare;
          }`,
};

/** Fast paths that do every case of their opcode. */
export const WHOLE = new Set(['JMP']);

/** What few programs execute often: out of the loop's way. */
export const SELDOM = new Set([
  'POW',
  'BW_NOT',
  'BOOL_XOR',
  'ASSIGN_STATIC_PROP',
  'ASSIGN_STATIC_PROP_OP',
  'ASSIGN_REF',
  'ASSIGN_OBJ_REF',
  'ASSIGN_STATIC_PROP_REF',
  'PRE_INC_STATIC_PROP',
  'PRE_DEC_STATIC_PROP',
  'POST_INC_STATIC_PROP',
  'POST_DEC_STATIC_PROP',
  'CHECK_VAR',
  'BEGIN_SILENCE',
  'END_SILENCE',
  'INCLUDE_OR_EVAL',
  'UNSET_VAR',
  'UNSET_OBJ',
  'EXIT',
  'FETCH_R',
  'FETCH_W',
  'FETCH_RW',
  'FETCH_OBJ_RW',
  'FETCH_IS',
  'FETCH_FUNC_ARG',
  'FETCH_DIM_FUNC_ARG',
  'FETCH_OBJ_FUNC_ARG',
  'FETCH_UNSET',
  'FETCH_DIM_UNSET',
  'FETCH_OBJ_UNSET',
  'EXT_STMT',
  'EXT_FCALL_BEGIN',
  'EXT_FCALL_END',
  'EXT_NOP',
  'TICKS',
  'CATCH',
  'THROW',
  'FETCH_CLASS',
  'CLONE',
  'RETURN_BY_REF',
  'SEND_ARRAY',
  'SEND_USER',
  'DEFINED',
  'FE_RESET_RW',
  'FE_FETCH_RW',
  'PRE_DEC_OBJ',
  'POST_DEC_OBJ',
  'GENERATOR_CREATE',
  'MAKE_REF',
  'DECLARE_FUNCTION',
  'DECLARE_LAMBDA_FUNCTION',
  'DECLARE_CONST',
  'DECLARE_CLASS',
  'DECLARE_CLASS_DELAYED',
  'DECLARE_ANON_CLASS',
  'ADD_ARRAY_UNPACK',
  'ASSERT_CHECK',
  'JMP_SET',
  'FETCH_LIST_W',
  'SEPARATE',
  'FETCH_CLASS_NAME',
  'DISCARD_EXCEPTION',
  'GENERATOR_RETURN',
  'FAST_CALL',
  'FAST_RET',
  'RECV_VARIADIC',
  'SEND_UNPACK',
  'YIELD_FROM',
  'COPY_TMP',
  'BIND_GLOBAL',
  'SPACESHIP',
  'FUNC_NUM_ARGS',
  'FUNC_GET_ARGS',
  'FETCH_STATIC_PROP_RW',
  'FETCH_STATIC_PROP_IS',
  'FETCH_STATIC_PROP_FUNC_ARG',
  'FETCH_STATIC_PROP_UNSET',
  'UNSET_STATIC_PROP',
  'ISSET_ISEMPTY_STATIC_PROP',
  'BIND_LEXICAL',
  'ISSET_ISEMPTY_THIS',
  'GET_CLASS',
  'GET_CALLED_CLASS',
  'GET_TYPE',
  'ARRAY_KEY_EXISTS',
  'MATCH_ERROR',
  'CHECK_UNDEF_ARGS',
  'FETCH_GLOBALS',
  'VERIFY_NEVER_TYPE',
  'CALLABLE_CONVERT',
]);
