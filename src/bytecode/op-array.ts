/**
 * op_arrays: what the compiler makes and the VM runs, laid out as Zend lays them out.
 * Source: php-src Zend/zend_compile.h
 */
import type { Zval } from '../value/zval.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { ClassDecl } from './class-decl.ts';

/** Operand kinds, Zend's numbers. `IS_JMP`/`IS_NUM` below are only the opcode table's words for what op holds. */
export const IS_UNUSED = 0;
export const IS_CONST = 1;
export const IS_TMP_VAR = 2;
export const IS_VAR = 4;
export const IS_CV = 8;
/** or-ed into result_type between compile and pass two: a smart branch follows (ZEND_SMART_BRANCH_*), never seen by handlers. */
export const IS_SMART_BRANCH_JMPZ = 16;
export const IS_SMART_BRANCH_JMPNZ = 32;

export type OperandType = 0 | 1 | 2 | 4 | 8;

/** Slots of a frame's header (ZEND_CALL_FRAME_SLOT): CV 0 is slot 5 of the frame. */
export const CALL_FRAME_SLOT = 5;

/**
 * One instruction. After pass two (`finishOpArray`):
 * - CONST operands: `op1` is the literal's number and `op1Lit` its value;
 * - CV, TMP, VAR operands: `op1` is the slot in the frame (CALL_FRAME_SLOT + n);
 * - jump targets: `op1`/`op2`/`extendedValue` hold the target's opline number (the opcode table says which).
 * During compilation TMP/VAR numbers count from 0, CV numbers from 0.
 */
export class Opline {
  opcode: number;
  op1Type: number = IS_UNUSED;
  op2Type: number = IS_UNUSED;
  resultType: number = IS_UNUSED;
  op1 = 0;
  op2 = 0;
  result = 0;
  extendedValue = 0;
  lineno: number;
  op1Lit: Zval = undefined;
  op2Lit: Zval = undefined;
  /**
   * The next opline's opcode when the two may run as one: it only branches on this one's result (JMPZ, JMPNZ), only passes
   * it on (SEND_VAL, SEND_VAL_EX, ASSIGN), or closes a loop; set by the VM when the function first runs.
   */
  smartBranch = 0;
  /** Of the pair: the jump's target, the argument's number or the variable's slot; of VERIFY_RETURN_TYPE: the type's mask. */
  smartTarget = 0;
  /**
   * The float that the result is written to again and again, where only arithmetic in the same stretch reads it; of oplines that
   * write or copy a variable which owns its float, a mark that says so (own-floats.ts).
   */
  scratch: { value: number; readonly owner: number } | null = null;
  /** Slots of floats of that sort that are under way over this opline: its handler finds them copied. */
  spill: number[] | null = null;
  /** Its number in the op_array; like the two behind it, set by the VM when the function first runs. */
  at = 0;
  /** The opline behind it; itself for the last one. */
  next: Opline;
  /** Where it jumps, or the jump does that it runs as one with. */
  jump: Opline;
  constructor(opcode: number, lineno: number) {
    this.opcode = opcode;
    this.lineno = lineno;
    this.next = this;
    this.jump = this;
  }
}

/** Kinds of live ranges: what freeing a live temporary on an exception means (ZEND_LIVE_*). */
export const LIVE_TMPVAR = 0;
export const LIVE_LOOP = 1;
export const LIVE_SILENCE = 2;
export const LIVE_ROPE = 3;
export const LIVE_NEW = 4;

/** A temporary that lives over [start, end) oplines. `var` is the slot in the frame after pass two. */
export interface LiveRange {
  var: number;
  kind: number;
  start: number;
  end: number;
}

/** A row of the exception table. Opline numbers; 0 means none. finallyEnd is the FAST_RET. */
export interface TryCatchElement {
  tryOp: number;
  catchOp: number;
  finallyOp: number;
  finallyEnd: number;
}

/**
 * A declared type (zend_type): mask of MAY_BE_* bits plus class names. `lists` is DNF: each entry is a class name or an
 * intersection (array of class names). See type-flags.ts for the bits.
 */
export interface PhpType {
  mask: number;
  /** Alternatives of the union that are classes (string) or intersections of classes (string[]). Empty when scalar only. */
  classes: (string | string[])[];
}

/** One parameter (zend_arg_info). */
export interface ArgInfo {
  name: string;
  type: PhpType | null;
  byRef: boolean;
  /** Only internal functions: ZEND_SEND_PREFER_REF. */
  preferRef: boolean;
  variadic: boolean;
  promoted: boolean;
  /** Internal functions: the default as PHP source text for Reflection; null when required or userland (RECV_INIT has it). */
  defaultText: string | null;
}

/** An attribute as written (zend_attribute); args are constants or PhpConstantAst, evaluated by Reflection. */
export interface AttributeDecl {
  name: string;
  lcName: string;
  flags: number;
  line: number;
  /** 0: the function/class itself; n: parameter n. */
  offset: number;
  args: { name: string | null; value: Zval }[];
  /** compiled under strict_types */
  strict: boolean;
}

/** What the second tier (src/jit) keeps of an op_array's code. */
export interface Tier {
  /** Calls so far. */
  heat: number;
  /** The tier wants to see the variables of the next frame that is left in the interpreter. */
  isWatched: boolean;
  /** Compiled code by number of arguments of the call; undefined where there is none. */
  readonly calls: unknown[];
  /** Compiled code by the opline where a frame that was left goes on; null: it stays in the interpreter. */
  readonly resumes: unknown[];
  /** Of a closure: its code for calls without a frame, for the copies that share one run-time cache. */
  closures: unknown[];
  closuresCache: unknown[] | null;
  /** The tier's own notes; null while there are none. */
  notes: unknown;
}

const NO_CODE: unknown[] = [];

function newTier(): Tier {
  return { heat: 0, isWatched: false, calls: [], resumes: [], closures: NO_CODE, closuresCache: null, notes: null };
}

/** A compiled function, method, closure or file (zend_op_array). */
export class OpArray {
  readonly type = 2 as const; // ZEND_USER_FUNCTION
  /** null for a file's main op_array and eval. */
  functionName: string | null;
  fileName: string;
  lineStart: number;
  lineEnd: number;
  docComment: string | null;
  /** ZEND_ACC_* */
  fnFlags: number;
  /** Filled in when the class is linked; null in plain functions. */
  scope: ClassEntry | null;
  /** The method this one overrides at the root (zend_function.common.prototype). */
  prototype: Func | null;
  numArgs: number;
  requiredNumArgs: number;
  /** One per parameter, the variadic one last. */
  argInfo: ArgInfo[];
  /** null: no return type. */
  returnType: PhpType | null;
  attributes: AttributeDecl[] | null;
  opcodes: Opline[];
  /** CV names without `$`. */
  vars: string[];
  /** Number of TMP and VAR slots. */
  T: number;
  literals: Zval[];
  /**
   * Numbers of int literals that were written as numeric strings (`$a["1"]`): the next literal is that string, which
   * ArrayAccess objects get to see (ZEND_EXTRA_VALUE). null when there are none.
   */
  numericDims: Set<number> | null;
  liveRanges: LiveRange[];
  tryCatch: TryCatchElement[];
  /** Static variables: name -> initial value (constant or PhpConstantAst); null when none. */
  staticVars: Map<string, Zval> | null;
  /** Closures and functions declared inside this op_array (dynamic_func_defs). */
  dynamicFuncDefs: OpArray[];
  /** Classes declared by DECLARE_CLASS* / DECLARE_ANON_CLASS of this op_array, by their runtime-definition key. */
  classDecls: Map<string, ClassDecl>;
  /** Slots of run-time cache (units: slots, Zend's bytes / 8). */
  cacheSize: number;
  /** Filled by the VM on first call; an OpArray object belongs to one engine. */
  runTimeCache: unknown[] | null;
  /** How hot the code is and what the second tier made of it; shared by all copies of the function. */
  readonly tier: Tier;
  /** The second tier's code for calls without a frame, by number of arguments; this copy's alone. */
  light: unknown[] = NO_CODE;
  /** Some parameter is by reference; set by the VM when the function first runs (true until then, to be safe). */
  takesReferences: boolean;
  /** Current values of the static variables (PhpReference each), made by the VM on first call. */
  staticVarsTable: Map<string, Zval> | null;
  /** Fake closures (`f(...)`): the function whose static variables are used; null: its own. */
  staticsOwner: OpArray | null;
  /** What closures made at this place share while they have no static variables of their own; made by the VM. */
  closureShared: unknown = null;
  /** Functions and classes of the file that were bound at compile time, in order; only on a file's main op_array. */
  script: ScriptDecls | null;
  /** `from`: a copy that shares code, literals and declarations with it, and its scope, flags and tables as they are. */
  constructor(fileName: string, from: OpArray | null = null) {
    this.fileName = fileName;
    this.functionName = from === null ? null : from.functionName;
    this.lineStart = from === null ? 0 : from.lineStart;
    this.lineEnd = from === null ? 0 : from.lineEnd;
    this.docComment = from === null ? null : from.docComment;
    this.fnFlags = from === null ? 0 : from.fnFlags;
    this.scope = from === null ? null : from.scope;
    this.prototype = from === null ? null : from.prototype;
    this.numArgs = from === null ? 0 : from.numArgs;
    this.requiredNumArgs = from === null ? 0 : from.requiredNumArgs;
    this.argInfo = from === null ? [] : from.argInfo;
    this.returnType = from === null ? null : from.returnType;
    this.attributes = from === null ? null : from.attributes;
    this.opcodes = from === null ? [] : from.opcodes;
    this.vars = from === null ? [] : from.vars;
    this.T = from === null ? 0 : from.T;
    this.literals = from === null ? [] : from.literals;
    this.numericDims = from === null ? null : from.numericDims;
    this.liveRanges = from === null ? [] : from.liveRanges;
    this.tryCatch = from === null ? [] : from.tryCatch;
    this.staticVars = from === null ? null : from.staticVars;
    this.dynamicFuncDefs = from === null ? [] : from.dynamicFuncDefs;
    this.classDecls = from === null ? new Map() : from.classDecls;
    this.cacheSize = from === null ? 0 : from.cacheSize;
    this.runTimeCache = from === null ? null : from.runTimeCache;
    this.tier = from === null ? newTier() : from.tier;
    this.takesReferences = from === null ? true : from.takesReferences;
    this.staticVarsTable = from === null ? null : from.staticVarsTable;
    this.staticsOwner = from === null ? null : from.staticsOwner;
    this.script = from === null ? null : from.script;
  }
}

/** What compiling a file declared besides its main op_array. */
export interface ScriptDecls {
  /** Top-level functions in order: lower-cased name (with namespace) -> op_array. */
  functions: Map<string, OpArray>;
  /** Classes hoisted at compile time (linked before the first opline runs), in order of declaration. */
  classes: ClassDecl[];
  /** Every class of the file, hoisted or not, anonymous ones too, in the order of Zend's class table (for the dump). */
  allClasses: ClassDecl[];
  /** Byte offset behind `__halt_compiler();`, null when absent. */
  haltOffset: number | null;
}

/** Any function. Internal ones are declared in src/lib (see src/vm/internal-function.ts for the concrete class). */
export type Func = OpArray | InternalFunc;

/** What bytecode and object need to know of an internal function. */
export interface InternalFunc {
  readonly type: 1; // ZEND_INTERNAL_FUNCTION
  functionName: string;
  fnFlags: number;
  scope: ClassEntry | null;
  prototype: Func | null;
  numArgs: number;
  requiredNumArgs: number;
  argInfo: ArgInfo[];
  returnType: PhpType | null;
  attributes: AttributeDecl[] | null;
  readonly takesReferences: boolean;
  docComment: null;
  /** The return type is tentative: overriding without it is only deprecated. */
  readonly tentativeReturn: boolean;
}
