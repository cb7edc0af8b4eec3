// Fast paths of the dispatch loop: what the hottest opcodes do in their commonest cases. Each snippet either does the whole
// opline and says `continue`, ends in one of the loop's shared places (`store`, `floats`, `answers`; gen-dispatch.mjs), or falls
// through to the handler, which does everything. They use the loop's locals: op, slots, base, ex, budget (counted down
// by jumps that may go back).
//
// A comparison whose result only feeds the next JMPZ/JMPNZ does that jump too (Zend's smart branch): `op.smartBranch` is
// the jump's opcode and `op.smartTarget` where it goes, set by prepareOpArray (src/bytecode/prepare.ts). In the same way a sum
// that is only passed as an argument goes right into the argument's slot, one that is only assigned goes right into the
// variable's, and `++$i` at the end of a loop makes the comparison and the jump behind it.

const SAFE = '9007199254740991';

/** An operand that a constant or a slot holds. */
const operand1 = 'op.op1Type === 1 ? op.op1Lit : slots[(base + op.op1) | 0]';
const operand2 = 'op.op2Type === 1 ? op.op2Lit : slots[(base + op.op2) | 0]';

const operands = `
          const a = ${operand1};
          const b = ${operand2};`;

/** The ways out of a fast path that are the same for many (gen-dispatch.mjs): a result, a float, a comparison's answer. */
const result = (value) => `
              value = ${value};
              break store;`;
const floatResult = (value) => `
              float = ${value};
              break floats;`;
const answer = (condition) => `
              is = ${condition};
              break answers;`;

/**
 * Is `v`, which is no number, a float? Asked by a field that floats alone have: where V8 has seen no other kind this is one
 * comparison of hidden classes, where `instanceof` goes through prototypes. For operands of arithmetic, where other kinds are rare.
 */
export const isFloat = (v) => `${v} !== null && ${v} !== undefined && (${v} as PhpFloat).value !== undefined`;
const valueOf = (v) => `(${v} as PhpFloat).value`;

/**
 * Both operands are numbers or floats, not both ints: `yes` says what is done with the two JavaScript numbers, at each of the three
 * ways. A float and a number are never joined in one variable: V8 would make a tagged value, and often an object, of each float.
 */
const withFloats = (yes) => `if (typeof a === 'number') {
            if (typeof b !== 'number' && ${isFloat('b')}) {${yes('a', valueOf('b'))}
            }
          } else if (${isFloat('a')}) {
            if (typeof b === 'number') {${yes(valueOf('a'), 'b')}
            }
            if (${isFloat('b')}) {${yes(valueOf('a'), valueOf('b'))}
            }
          }`;

/** Operators whose 32 bits V8 makes with one instruction, whatever it has seen before. */
const BITS = {
  '+': (x, y) => `((${x} | 0) + (${y} | 0)) | 0`,
  '-': (x, y) => `((${x} | 0) - (${y} | 0)) | 0`,
  '*': (x, y) => `Math.imul(${x}, ${y})`,
};

/**
 * Two ints. Where the low 32 bits are the result they are stored: once a program has added two large numbers (times are) V8 computes
 * all sums as doubles, and would ask of each whether it is whole. The comparison also makes 0 of -0.
 * `wrapped`: of ints beyond 32 bits, what there is where nothing else is asked for (`op.smartTarget`, low-bits.ts).
 */
const arithmetic = (operator, wrapped = '') => `${operands}
          if (typeof a === 'number' && typeof b === 'number') {
            const r = a ${operator} b;
            const bits = ${BITS[operator]('a', 'b')};
            if (r === bits) {${result('bits')}
            }${wrapped}
            if (r <= ${SAFE} && r >= -${SAFE}) {${result('r')}
            }
          } else ${withFloats((x, y) => floatResult(`${x} ${operator} ${y}`))}`;

/** A product that a mask of 32 bits follows, and the sums in between (low-bits.ts): all as one, at the mask. */
const masked = `
              const low = maskedBits(op, bits, slots, base);
              if (low >= 0) {
                op = op.jump;
                value = low;
                break store;
              }`;

/** Are two numbers ints of 32 bits? Their operators are then V8's for those. */
const small = '(a | 0) === a && (b | 0) === b';

/** Where both are whole and the quotient is, it is an int; a division by zero is the handler's. */
const division = `${operands}
          if (typeof a === 'number' && typeof b === 'number') {
            if (b !== 0) {
              const quotient = a / b;
              if (${small}) {
                const bits = quotient | 0;
                if (bits === quotient) {${result('bits')}
                }
                if (b === -1) {${result('quotient')}
                }
              } else if (a % b === 0) {${result('quotient + 0')}
              }${floatResult('quotient')}
            }
          } else ${withFloats(
            (x, y) => `
              if (${y} !== 0) {${floatResult(`${x} / ${y}`)}
              }`,
          )}`;

/** The truth of ints, booleans and null; anything else is the handler's. */
const truth = (yes, no) => `
          const v = ${operand1};
          if (v === true || (typeof v === 'number' && v !== 0)) {${yes}
          }
          if (v === false || v === 0 || v === null) {${no}
          }`;

const goOn = `
            op = op.next;
            continue;`;

const jump = (value) => `${value === undefined ? '' : `\n            slots[(base + op.result) | 0] = ${value};`}
            op = op.jump;
            continue;`;

/** The same where the jump may go back. */
const jumpBack = `
            op = op.jump;
            if (--budget >= 0) continue;
            break pause;`;

/** Operators on ints whose result under `condition` is one of 32 bits. */
const integers = (condition, expression) => `${operands}
          if (typeof a === 'number' && typeof b === 'number' && ${condition}) {${result(expression)}
          }`;

/**
 * Two strings of which one is surely no number (its first byte is behind '9'), or of one byte each (digits stand in the order of their
 * values): they compare as strings. `same`: the operator asks for equality, which equal strings have in any case.
 */
const asText = (same) =>
  `${same ? 'a === b' : '(a.length === 1 && b.length === 1)'} || a.charCodeAt(0) > 57 || b.charCodeAt(0) > 57`;

const comparison = (operator) => `${operands}
          if (typeof a === 'number' && typeof b === 'number') {${answer(`a ${operator} b`)}
          } else if (typeof a === 'string') {
            if (typeof b === 'string' && (${asText(operator.endsWith('=='))})) {${answer(`a ${operator} b`)}
            }
          } else ${withFloats((x, y) => answer(`${x} ${operator} ${y}`))}`;

/** What a store need not let go of. */
const dropped = (v) => `(typeof ${v} !== 'object' || ${v} === null || ${v} instanceof PhpFloat)`;

// What holds no count: an int, a string, a boolean, null or a float. The rest is the handler's.
const uncounted = (v) => `(typeof ${v} !== 'object' ? ${v} !== undefined : ${v} === null || ${v} instanceof PhpFloat)`;

/** `$x += $y` and its like: the operator is in the extended value. */
const assigned = (x, y) => `op.extendedValue === 1 ? ${x} + ${y} : op.extendedValue === 2 ? ${x} - ${y} : ${x} * ${y}`;

const identical = (negated) => `${operands}
          if (typeof a !== 'object' && typeof b !== 'object' && a !== undefined && b !== undefined) {${answer(negated ? 'a !== b' : 'a === b')}
          }`;

// Behind `++$i`: `$i < limit` or `$i <= limit` and the jump back.
const loopEnd = `if (op.smartBranch !== 0) {
              const { next } = op;
              const limit = next.op2Type === 1 ? next.op2Lit : slots[(base + next.op2) | 0];
              if (typeof limit === 'number') {
                op = (op.smartBranch === 20 ? r < limit : r <= limit) ? next.jump : next.next.next;
                if (--budget >= 0) continue;
                break pause;
              }
            }`;

const step = (operator, limit, post) => `
          const v = slots[(base + op.op1) | 0];
          if (typeof v === 'number' && v ${limit}) {
            const r = v ${operator} 1;
            const bits = ((v | 0) ${operator} 1) | 0;
            if (r === bits) slots[(base + op.op1) | 0] = bits;
            else slots[(base + op.op1) | 0] = r;
            ${post ? `slots[(base + op.result) | 0] = v;` : `if (op.resultType !== 0) slots[(base + op.result) | 0] = r;`}
            ${post ? '' : loopEnd}
            op = op.next;
            continue;
          }`;

/** An array or an object; a variable and a literal keep theirs, what a temporary holds moves on. */
const counted = (v) => `${v} instanceof PhpArray || ${v} instanceof PhpObject`;
const share = (v, type) => `if ((${type} & 9) !== 0) ${v}.rc++;`;

// An argument goes into slot 5 + (n - 1) of the prepared frame.
const send = (guard) => `
          if (op.op2Type !== 1${guard}) {
            const v = ${operand1};
            const call = ex.call as ExecuteData;
            if (${uncounted('v')}) {
              call.slots[(call.base + 4 + op.op2) | 0] = op.scratch === null ? v : ownFloat(false, op.scratch, null, v);
              op = op.next;
              continue;
            }
            if (${counted('v')}) {
              ${share('v', 'op.op1Type')}
              call.slots[(call.base + 4 + op.op2) | 0] = v;
              op = op.next;
              continue;
            }
          }`;

const switchFrame = `
            slots = ex.slots;
            base = ex.base | 0;`;

// A user function with no more arguments than parameters (DO_UCALL: the compiler knew it).
const enter = (guard) => `
          const call = ex.call as ExecuteData;
          const func = call.func;
          if (func.type === 2${guard} && call.numArgs <= func.numArgs) {
            ex.opline = op.at;
            if (--budget < 0) break pause;
            ex.call = call.prev;
            call.prev = ex;
            call.returnSlot = op.resultType === 0 ? -1 : base + op.result;
            if (vm.jit !== null) {
              const code = compiledCall(vm, vm.jit, func as OpArray, call);
              if (code !== null) {
                if (runCall(vm, code, call)) {
                  op = op.next;
                  continue;
                }
                continue frames;
              }
            }
            initFuncExecuteData(vm, call, func as OpArray);
            ex = call;${switchFrame}
            op = ex.opcodes[ex.opline | 0] as Opline;
            continue;
          }`;

// Neither ACC_DEPRECATED nor ACC_ABSTRACT, no CALL_MAY_HAVE_UNDEF, no __call.
const DO_FCALL_GUARD = ' && (func.fnFlags & 0x840) === 0 && (call.callInfo & 1024) === 0 && call.extras === null';

// A frame with CALL_RELEASE_THIS, CALL_CLOSURE, CALL_DYNAMIC or CALL_CTOR at most. What dies with it may have a destructor to be run: LEAVE.
const leave = `
          const info = ex.callInfo;
          const v = ${operand1};
          if (
            (info & -4705) === 0 &&
            v !== undefined &&
            (typeof v !== 'object' || v === null || v instanceof PhpFloat || (op.op1Type !== 1 && !(v instanceof PhpReference)))
          ) {
            ex.opline = op.at;
            if (--budget < 0) break pause;
            const caller = ex.prev as ExecuteData;
            const to = ex.returnSlot;
            // The variable dies with the frame: its count moves to the return value.
            if (to >= 0) {
              if (op.op1Type === 8) slots[(base + op.op1) | 0] = null;
            } else if (op.op1Type !== 8) release(vm, v);
            vm.currentExecuteData = caller;
            freeCompiledVariables(vm, ex, ex.func as OpArray);
            if ((info & 32) !== 0) release(vm, ex.thisObject);
            if ((info & 64) !== 0) release(vm, ex.closure);
            vm.vmStackTop = base;
            recycleFrame(vm, ex);
            ex = caller;${switchFrame}
            if (to >= 0) slots[to] = v;
            if (vm.attention) {
              flow = -2;
              break call;
            }
            op = (ex.opcodes[ex.opline | 0] as Opline).next;
            ex.opline = op.at;
            continue;
          }`;

/** A call that is being prepared: its frame, `rest` being what pushCallFrame takes behind the number of arguments. */
const prepare = (info, rest, indent) =>
  [
    '',
    'ex.opline = op.at;',
    `const call = pushCallFrame(vm, ${info}, func, op.extendedValue, ${rest});`,
    'call.prev = ex.call;',
    'ex.call = call;',
    'op = op.next;',
    'continue;',
  ].join(`\n${indent}`);

// The function has been looked up before.
const init = `
          const func = ex.runTimeCache[op.result >>> 3] as Func | undefined;
          if (func !== undefined) {${prepare('0', 'null, null', '            ')}
          }`;

/** The parameter that the argument is for takes a value, as CHECK_FUNC_ARG has found. */
const BY_VALUE = ' && ((ex.call as ExecuteData).callInfo & 8192) === 0';

/** A declared property that the run-time cache knows. */
const fetchObj = (guard) => `
          const obj = op.op1Type === 0 ? ex.thisObject : op.op1Type === 8 ? slots[(base + op.op1) | 0] : null;
          if (obj instanceof PhpObject && op.op2Type === 1${guard}) {
            const at = op.extendedValue >> 3;
            const cache = ex.runTimeCache;
            if (cache[at] === obj.ce) {
              const n = cache[at + 1] as number;
              const v = n >= 0 ? obj.props[n] : undefined;
              if (${uncounted('v')}) {${result('v')}
              }
              if (${counted('v')}) {
                v.rc++;${result('v')}
              }
            }
          }`;

/** An element of an array, or of what a reference to one holds, or a byte of a string. */
const fetchDim = (guard, missing = '') => `
          const a = ${operand1};
          const i = ${operand2};
          if (a instanceof PhpArray${guard}) {
            // A temporary array that somebody else holds, too, is let go of here.
            if ((op.op1Type & 9) !== 0 || a.rc > 1) {
              const v =
                typeof i === 'number'
                  ? a.map === null
                    ? i >= 0 && i < a.vals.length
                      ? a.vals[i]
                      : undefined
                    : a.getInt(i)
                  : typeof i === 'string' && isKey(i, op.op2Type === 1)
                    ? a.getStr(i)
                    : undefined;
              if (${uncounted('v')}) {
                if ((op.op1Type & 9) === 0) a.rc--;${result('v')}
              }
              if (${counted('v')}) {
                v.rc++;
                if ((op.op1Type & 9) === 0) a.rc--;${result('v')}
              }${missing}
            }
          } else if (a instanceof PhpReference${guard}) {
            const held = a.val;
            if (held instanceof PhpArray && held.map === null && typeof i === 'number' && i >= 0 && i < held.vals.length && op.op1Type === 8) {
              const v = held.vals[i];
              if (${uncounted('v')}) {${result('v')}
              }
            }
          } else if (typeof a === 'string'${guard}) {
            if (typeof i === 'number' && i >= 0 && i < a.length) {${result('a[i]')}
            }
          }`;

/** The array that a variable, its reference or a place holds: `array`. */
const ownArray = `
          const held = slots[(base + op.op1) | 0];
          const array = op.op1Type === 8 && held instanceof PhpArray ? held : valueBehind(held, op.op1Type);`;

/** The place of an element that is there, in an array of one's own. */
const fetchPlace = `${ownArray}
          if (array instanceof PhpArray && array.rc === 1 && op.op2Type !== 0) {
            const i = ${operand2};
            if (isKey(i, op.op2Type === 1)) {
              const at = array.posOf(i);
              if (at >= 0) {
                if (op.op1Type !== 8) slots[(base + op.op1) | 0] = undefined;${result('new PhpIndirect(array.vals, at)')}
              }
            }
          }`;

/** list() takes an element of an array, which stays. */
const fetchList = `
          const a = ${operand1};
          const i = ${operand2};
          if (a instanceof PhpArray && isKey(i, op.op2Type === 1)) {
            const v = a.get(i);
            if (${uncounted('v')}) {${result('v')}
            }
            if (${counted('v')}) {
              v.rc++;${result('v')}
            }
          }`;

/** Opcode name -> TypeScript put in front of the handler's call. */
export const FAST_PATHS = {
  ADD: arithmetic('+'),
  SUB: arithmetic('-'),
  MUL: arithmetic(
    '*',
    `
            if (op.smartBranch === 0 && op.smartTarget === LOW_BITS && r < MOST && r > -MOST) {${masked}
            }`,
  ),
  MOD: `${operands}
          if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
            if (${small}) {${result('((a | 0) % (b | 0)) | 0')}
            }${result('(a % b) + 0')}
          }`,
  SL: `${operands}
          if (typeof a === 'number' && typeof b === 'number' && b >= 0 && b < 32) {
            const bits = a << b;
            if (bits >> b === a) {${result('bits')}
            }
            const r = a * 2 ** b;
            if (op.smartTarget === LOW_BITS && op.smartBranch === 0 && r < MOST && r > -MOST) {${masked}
            }
            if (r <= ${SAFE} && r >= -${SAFE}) {${result('r')}
            }
          }`,
  SR: integers('b >= 0 && b < 32 && (a | 0) === a', 'a >> b'),
  BW_OR: integers(small, 'a | b'),
  BW_AND: `${operands}
          if (typeof a === 'number' && typeof b === 'number') {
            if (b >= 0 && b <= 0xffffffff) {
              const bits = a & b;
              if (bits >= 0) {${result('bits')}
              }${result('bits >>> 0')}
            }
            if (${small}) {${result('a & b')}
            }
          }`,
  BW_XOR: integers(small, 'a ^ b'),
  IS_SMALLER: comparison('<'),
  IS_SMALLER_OR_EQUAL: comparison('<='),
  IS_EQUAL: comparison('==='),
  IS_NOT_EQUAL: comparison('!=='),
  IS_IDENTICAL: identical(false),
  IS_NOT_IDENTICAL: identical(true),
  PRE_INC: step('+', `< ${SAFE}`, false),
  PRE_DEC: step('-', `> -${SAFE}`, false),
  POST_INC: step('+', `< ${SAFE}`, true),
  POST_DEC: step('-', `> -${SAFE}`, true),
  INIT_FCALL: init,
  INIT_FCALL_BY_NAME: init,
  DO_UCALL: enter(''),
  DO_FCALL: enter(DO_FCALL_GUARD),
  DO_FCALL_BY_NAME: enter(DO_FCALL_GUARD),
  RETURN: leave,
  // op2 is the mask of the parameter's type: 16 for int, 64 for string, 1022 where there is none
  RECV: `
          const v = slots[(base + op.result) | 0];
          if (
            op.op1 <= ex.numArgs &&
            (op.op2 === 1022
              ? v !== undefined
              : typeof v === 'number'
                ? (op.op2 & 16) !== 0
                : typeof v === 'string' && (op.op2 & 64) !== 0)
          ) {
            op = op.next;
            continue;
          }`,
  JMP: `
          op = op.jump;
          if (--budget >= 0) continue;
          break pause;`,
  JMPZ: truth(goOn, jump()),
  JMPNZ: truth(jumpBack, goOn),
  JMPZ_EX: truth(result('true'), jump('false')),
  JMPNZ_EX: truth(jump('true'), result('false')),
  BOOL: truth(result('true'), result('false')),
  BOOL_NOT: truth(result('false'), result('true')),
  DIV: division,
  SPACESHIP: `${operands}
          if (typeof a === 'number' && typeof b === 'number') {${result('a < b ? -1 : a > b ? 1 : 0')}
          }`,
  CONCAT: `${operands}
          if ((typeof a === 'string' || typeof a === 'number') && (typeof b === 'string' || typeof b === 'number')) {${result('`${a}${b}`')}
          }`,
  STRLEN: `
          const v = ${operand1};
          if (typeof v === 'string') {${result('v.length')}
          }`,
  // smartTarget is the mask of the type (prepareOpArray); 0 where the handler has to look.
  VERIFY_RETURN_TYPE: `
          const v = slots[(base + op.op1) | 0];
          const mask = op.smartTarget;
          if (
            typeof v === 'number'
              ? (mask & 16) !== 0
              : typeof v === 'string'
                ? (mask & 64) !== 0
                : typeof v === 'boolean'
                  ? (mask & 12) === 12
                  : v instanceof PhpFloat
                    ? (mask & 32) !== 0
                    : v instanceof PhpArray
                      ? (mask & 128) !== 0
                      : v instanceof PhpObject && (mask & 256) !== 0
          ) {${goOn}
          }`,
  TYPE_CHECK: `
          const v = ${operand1};
          const mask = op.extendedValue;
          if (typeof v === 'number') {${answer('(mask & 16) !== 0')}
          }
          if (v === null) {${answer('(mask & 2) !== 0')}
          }
          if (typeof v === 'string') {${answer('(mask & 64) !== 0')}
          }
          if (op.op1Type === 8 && (${counted('v')})) {${answer('(mask & (v instanceof PhpArray ? 128 : 256)) !== 0')}
          }`,
  INIT_METHOD_CALL: `
          const obj = op.op1Type === 0 ? ex.thisObject : op.op1Type === 1 ? null : slots[(base + op.op1) | 0];
          if (obj instanceof PhpObject && op.op2Type === 1) {
            const cache = ex.runTimeCache;
            const at = op.result >>> 3;
            if (cache[at] === obj.ce) {
              const func = cache[at + 1] as Func;
              // no static method; the count of a temporary moves into the frame
              if ((func.fnFlags & 16) === 0) {
                if (op.op1Type === 0 || op.op1Type === 8) obj.rc++;${prepare('32', 'obj, obj.ce', '                ')}
              }
            }
          }`,
  INIT_STATIC_METHOD_CALL: `
          if (op.op1Type === 1 && op.op2Type === 1) {
            const cache = ex.runTimeCache;
            const at = op.result >>> 3;
            const ce = cache[at] as ClassEntry | undefined;
            if (ce !== undefined) {
              const func = cache[at + 1] as Func;
              if ((func.fnFlags & 16) !== 0) {${prepare('0', 'null, ce', '                ')}
              }
            }
          }`,
  FE_FETCH_R: `
          const state = slots[(base + op.op1) | 0] as unknown as ForeachState;
          const array = state.array;
          if (array !== null && op.op2Type === 8) {
            const n = state.pos;
            const old = slots[(base + op.op2) | 0];
            // The old value is no owner's last: letting go of it runs nothing.
            if (n < array.vals.length && (${dropped('old')} || ((${counted('old')}) && old.rc > 1))) {
              const v = array.vals[n];
              const shared = ${counted('v')};
              if (shared || ${uncounted('v')}) {
                if (shared) v.rc++;
                state.pos = n + 1;
                if (op.resultType !== 0) slots[(base + op.result) | 0] = array.keys === null ? n : array.keyAt(n);
                slots[(base + op.op2) | 0] = v;
                if (typeof old === 'object' && old !== null) release(vm, old);
                op = op.next;
                continue;
              }
            }
          }`,
  FETCH_OBJ_R: fetchObj(''),
  FETCH_OBJ_FUNC_ARG: fetchObj(BY_VALUE),
  // a declared property that is there and takes the value as it is; the value is the OP_DATA's
  ASSIGN_OBJ: `
          const obj = op.op1Type === 0 ? ex.thisObject : op.op1Type === 8 ? slots[(base + op.op1) | 0] : null;
          if (obj instanceof PhpObject && op.op2Type === 1 && op.resultType === 0) {
            const at = op.extendedValue >> 3;
            const cache = ex.runTimeCache;
            const n = cache[at + 1] as number;
            if (cache[at] === obj.ce && n >= 0) {
              const old = obj.props[n];
              const data = op.next;
              const v = data.op1Type === 1 ? data.op1Lit : slots[(base + data.op1) | 0];
              const shared = ${counted('v')};
              if (
                old !== undefined &&
                ${dropped('old')} &&
                (shared || ${uncounted('v')}) &&
                takesAsItIs(cache[at + 2] as PropertyInfo | null, v)
              ) {
                if (shared) {
                  ${share('v', 'data.op1Type')}
                }
                obj.props[n] = v;
                op = data.next;
                continue;
              }
            }
          }`,
  // $cv[key] = value or $cv[] = ..., where what was there needs no letting go of; the value is the OP_DATA's
  ASSIGN_DIM: `${ownArray}
          if (array instanceof PhpArray && array.rc === 1 && op.resultType === 0) {
            const data = op.next;
            const v = data.op1Type === 1 ? data.op1Lit : slots[(base + data.op1) | 0];
            const shared = ${counted('v')};
            if (shared || ${uncounted('v')}) {
              const i = op.op2Type === 0 ? null : ${operand2};
              let stored = false;
              if (typeof i === 'number' && array.map === null && i >= 0 && i < array.vals.length) {
                const old = array.vals[i];
                if (${uncounted('old')}) {
                  array.vals[i] = v;
                  stored = true;
                }
              } else if (op.op2Type === 0) stored = array.append(v);
              else stored = isKey(i, op.op2Type === 1) && storeElement(array, i, v);
              if (stored) {
                if (shared) {
                  ${share('v', 'data.op1Type')}
                }
                if (op.op1Type !== 8) slots[(base + op.op1) | 0] = undefined;
                op = data.next;
                continue;
              }
            }
          }`,
  FETCH_DIM_W: fetchPlace,
  FETCH_DIM_RW: fetchPlace,
  ASSIGN: `
          if (op.op1Type === 8) {
            const old = slots[(base + op.op1) | 0];
            const v = ${operand2};
            if (${dropped('old')} && ${uncounted('v')}) {
              slots[(base + op.op1) | 0] = op.scratch === null ? v : ownFloat(vm.jit === null, op.scratch, old, v);
              if (op.resultType !== 0) slots[(base + op.result) | 0] = v;
              op = op.next;
              continue;
            }
            const shared = ${counted('v')};
            if (op.resultType === 0 && (shared || ${uncounted('v')}) && (${dropped('old')} || (${counted('old')}))) {
              if (shared) {
                ${share('v', 'op.op2Type')}
              }
              slots[(base + op.op1) | 0] = shared || op.scratch === null ? v : ownFloat(false, op.scratch, null, v);
              if (typeof old === 'object' && old !== null && !(old instanceof PhpFloat)) {
                // It may have a destructor, which runs behind this opline.
                ex.opline = op.at;
                release(vm, old);
                if (vm.attention) {
                  flow = op.at + 1;
                  break call;
                }
              }
              op = op.next;
              continue;
            }
          }`,
  ASSIGN_OP: `
          if (op.op1Type === 8 && op.resultType === 0) {
            const a = slots[(base + op.op1) | 0];
            const b = ${operand2};
            if (typeof a === 'number' && typeof b === 'number') {
              if (op.extendedValue <= 3) {
                const r = ${assigned('a', 'b')};
                const bits = op.extendedValue === 1 ? ${BITS['+']('a', 'b')} : op.extendedValue === 2 ? ${BITS['-']('a', 'b')} : ${BITS['*']('a', 'b')};
                if (r === bits) {
                  slots[(base + op.op1) | 0] = bits;
                  op = op.next;
                  continue;
                }
                if (r <= ${SAFE} && r >= -${SAFE}) {
                  slots[(base + op.op1) | 0] = r;
                  op = op.next;
                  continue;
                }
              }
            } else if (typeof a === 'string') {
              if (typeof b === 'string' && op.extendedValue === 8) {
                slots[(base + op.op1) | 0] = a + b;
                op = op.next;
                continue;
              }
            } else if (op.extendedValue <= 3 && ${isFloat('a')}) {
              let known = true;
              float = 0;
              if (typeof b === 'number') float = ${assigned(valueOf('a'), 'b')};
              else if (${isFloat('b')}) float = ${assigned(valueOf('a'), valueOf('b'))};
              else known = false;
              if (known) {
                if (op.scratch !== null && vm.jit === null) (a as { value: number }).value = float;
                else slots[(base + op.op1) | 0] = new PhpFloat(float);
                op = op.next;
                continue;
              }
            }
          }`,
  QM_ASSIGN: `
          const v = ${operand1};
          if (${uncounted('v')}) {${result('v')}
          }`,
  SEND_VAL: send(''),
  SEND_VAR: send(''),
  SEND_VAL_EX: send(' && !(ex.call as ExecuteData).func.takesReferences'),
  SEND_VAR_EX: send(' && !(ex.call as ExecuteData).func.takesReferences'),
  SEND_FUNC_ARG: send(BY_VALUE),
  CHECK_FUNC_ARG: `
          const call = ex.call as ExecuteData;
          if (!call.func.takesReferences) {
            call.callInfo &= ~8192;${goOn}
          }`,
  FETCH_LIST_R: fetchList,
  FETCH_DIM_IS: fetchDim(
    '',
    `
              if (v === undefined && (op.op1Type & 9) !== 0 && isKey(i, op.op2Type === 1)) {${result('null')}
              }`,
  ),
  ISSET_ISEMPTY_CV: `
          const v = slots[(base + op.op1) | 0];
          if ((op.extendedValue & 1) === 0 && !(v instanceof PhpReference)) {${answer('v !== undefined && v !== null')}
          }`,
  ISSET_ISEMPTY_DIM_OBJ: `
          const a = ${operand1};
          const i = ${operand2};
          if (a instanceof PhpArray && (op.extendedValue & 1) === 0 && (op.op1Type & 9) !== 0 && isKey(i, op.op2Type === 1)) {
            const v = a.get(i);
            if (!(v instanceof PhpReference)) {${answer('v !== undefined && v !== null')}
            }
          }`,
  FETCH_DIM_R: fetchDim(''),
  FETCH_DIM_FUNC_ARG: fetchDim(` && op.op2Type !== 0${BY_VALUE}`),
};

/** Fast paths that do every case of their opcode. */
export const WHOLE = new Set(['JMP']);

/** Opcodes whose handlers the loop calls right from their case: what is hot and has no fast path, or often leaves it. */
export const HOT = new Set([
  'ADD_ARRAY_ELEMENT',
  'ASSIGN',
  'ASSIGN_DIM',
  'ASSIGN_DIM_OP',
  'ASSIGN_OBJ',
  'ASSIGN_OBJ_OP',
  'BIND_STATIC',
  'COALESCE',
  'CONCAT',
  'DO_FCALL',
  'DO_ICALL',
  'ECHO',
  'FETCH_DIM_R',
  'FETCH_DIM_RW',
  'FETCH_DIM_W',
  'FETCH_OBJ_R',
  'FETCH_OBJ_W',
  'FETCH_STATIC_PROP_R',
  'FETCH_THIS',
  'FE_FETCH_R',
  'FE_RESET_R',
  'FREE',
  'INIT_ARRAY',
  'INIT_DYNAMIC_CALL',
  'INIT_METHOD_CALL',
  'INIT_STATIC_METHOD_CALL',
  'ISSET_ISEMPTY_DIM_OBJ',
  'NEW',
  'PRE_INC',
  'PRE_INC_OBJ',
  'RECV',
  'RECV_INIT',
  'RETURN',
  'ROPE_ADD',
  'ROPE_END',
  'ROPE_INIT',
  'SEND_VAR',
  'SEND_VAR_EX',
  'TYPE_CHECK',
  'VERIFY_RETURN_TYPE',
  'YIELD',
]);

/** Those among them that may stand between a float's making and its only use (`op.spill`, set by prepareOpArray). */
export const BETWEEN = new Set(['FETCH_DIM_R', 'FETCH_OBJ_R']);
