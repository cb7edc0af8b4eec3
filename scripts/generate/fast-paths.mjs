// Fast paths of the dispatch loop: what the hottest opcodes do when their operands are plain numbers, booleans or
// strings. Each snippet either does the whole opline and says `continue`, or falls through to the handler, which does
// everything. They use the loop's locals: op, slots, base, pc, ops, ex, budget (counted down by jumps that may go back).
//
// A comparison whose result only feeds the next JMPZ/JMPNZ does that jump too (Zend's smart branch): `op.smartBranch` is
// the jump's opcode, set by prepareOpArray (src/vm/prepare.ts). In the same way a sum that is only passed as an argument
// goes right into the argument's slot (`op.smartBranch` is then the SEND's opcode).

const SAFE = '9007199254740991';

const operands = `
          const a = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
          const b = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];`;

const arithmetic = (expression) => `${operands}
          if (typeof a === 'number' && typeof b === 'number') {
            const r = ${expression};
            if (r <= ${SAFE} && r >= -${SAFE}) {
              if (op.smartBranch !== 0) {
                const call = ex.call as ExecuteData;
                if (op.smartBranch === 65 || !call.func.takesReferences) {
                  call.slots[call.base + 4 + (ops[pc + 1] as Opline).op2] = r;
                  pc += 2;
                  continue;
                }
              }
              slots[base + op.result] = r;
              pc++;
              continue;
            }
          }`;

const branch = (condition) => `
            const smart = op.smartBranch;
            if (smart === 43) pc = ${condition} ? pc + 2 : (ops[pc + 1] as Opline).op2;
            else if (smart === 44) {
              pc = ${condition} ? (ops[pc + 1] as Opline).op2 : pc + 2;
              if (--budget < 0) {
                ex.opline = pc;
                return;
              }
            } else {
              slots[base + op.result] = ${condition};
              pc++;
            }
            continue;`;

const comparison = (expression) => `${operands}
          if (typeof a === 'number' && typeof b === 'number') {${branch(expression)}
          }`;

const identical = (negated) => `${operands}
          if (typeof a !== 'object' && typeof b !== 'object' && a !== undefined && b !== undefined) {${branch(negated ? 'a !== b' : 'a === b')}
          }`;

const step = (change, limit, post) => `
          const v = slots[base + op.op1];
          if (typeof v === 'number' && v ${limit}) {
            const r = v ${change};
            ${post ? `slots[base + op.result] = v;` : `if (op.resultType !== 0) slots[base + op.result] = r;`}
            slots[base + op.op1] = r;
            pc++;
            continue;
          }`;

// An argument goes into slot 5 + (n - 1) of the prepared frame.
const send = (guard) => `
          if (op.op2Type !== 1) {
            const v = op.op1Type === 1 ? op.op1Lit : slots[base + op.op1];
            const call = ex.call as ExecuteData;
            if (typeof v !== 'object' && v !== undefined${guard}) {
              call.slots[call.base + 4 + op.op2] = v;
              pc++;
              continue;
            }
          }`;

/** Opcode name -> TypeScript put in front of the handler's call. */
export const FAST_PATHS = {
  ADD: arithmetic('a + b'),
  SUB: arithmetic('a - b'),
  MUL: arithmetic('a * b + 0'),
  IS_SMALLER: comparison('a < b'),
  IS_SMALLER_OR_EQUAL: comparison('a <= b'),
  IS_EQUAL: comparison('a === b'),
  IS_NOT_EQUAL: comparison('a !== b'),
  IS_IDENTICAL: identical(false),
  IS_NOT_IDENTICAL: identical(true),
  PRE_INC: step('+ 1', `< ${SAFE}`, false),
  PRE_DEC: step('- 1', `> -${SAFE}`, false),
  POST_INC: step('+ 1', `< ${SAFE}`, true),
  POST_DEC: step('- 1', `> -${SAFE}`, true),
  JMP: `
          pc = op.op1;
          if (--budget >= 0) continue;
          ex.opline = pc;
          return;`,
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
            return;
          }`,
  ASSIGN: `
          if (op.op1Type === 8) {
            const old = slots[base + op.op1];
            const v = op.op2Type === 1 ? op.op2Lit : slots[base + op.op2];
            if ((typeof old !== 'object' || old === null) && typeof v !== 'object' && v !== undefined) {
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
          if (typeof v !== 'object' && v !== undefined) {
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
              if (typeof v !== 'object' && v !== undefined) {
                slots[base + op.result] = v;
                pc++;
                continue;
              }
            }
          }`,
};

/** Fast paths that do every case of their opcode. */
export const WHOLE = new Set(['JMP']);
