/**
 * execute_data: one call frame. The header is this object; its CVs, temporaries and extra arguments are slots
 * `base + CALL_FRAME_SLOT ...` of the page it was pushed on.
 *
 * ```
 * base                      header (5 slots)
 * base+5                    CV 0 = argument 1
 * base+5+last_var           TMP/VAR
 * base+5+last_var+T         extra arguments
 * ```
 * Source: php-src Zend/zend_compile.h (struct _zend_execute_data), zend_execute.c
 */
import type { Func, Opline } from '../bytecode/op-array.ts';
import type { ClassEntry } from '../object/class-entry.ts';
import type { NativeCode, NativeRequest } from '../object/native-code.ts';
import type { PhpArray } from '../value/php-array.ts';
import type { PhpObject } from '../value/php-object.ts';
import type { Zval } from '../value/zval.ts';
import type { VmStackPage } from './vm-stack.ts';

/** Call info flags (ZEND_CALL_*). */
export const CALL_CODE = 1;
/** Entered from native code: leaving it resumes that code instead of the previous frame's next opline. */
export const CALL_TOP = 2;
/** The frame started a new page. */
export const CALL_ALLOCATED = 4;
export const CALL_FREE_EXTRA_ARGS = 8;
export const CALL_HAS_SYMBOL_TABLE = 16;
export const CALL_RELEASE_THIS = 32;
export const CALL_CLOSURE = 64;
export const CALL_GENERATOR = 256;
export const CALL_DYNAMIC = 512;
export const CALL_MAY_HAVE_UNDEF = 1024;
export const CALL_HAS_EXTRA_NAMED = 2048;
/** new: the constructor's frame; its return value is dropped and a throw marks the object as destructed (ZEND_CALL_CTOR). */
export const CALL_CTOR = 4096;
/** CHECK_FUNC_ARG found a by-reference parameter (ZEND_CALL_SEND_ARG_BY_REF). */
export const CALL_SEND_ARG_BY_REF = 8192;

/** A piece of native code running on a frame; the newest is driven first. */
export interface NativeActivation {
  readonly code: NativeCode<unknown>;
  /**
   * 'opline': the slow half of the frame's current opline; its result is the opline number to go on with.
   * 'call': the body of an internal function; its result is the function's return value.
   */
  readonly kind: 'opline' | 'call';
  /** The outstanding request asked to be resumed after an exception. */
  catches: boolean;
  /** What code that has been started before it was driven asks for first. */
  first?: NativeRequest | null;
  readonly prev: NativeActivation | null;
}

/** Fields of a frame that few frames need; a frame without them is shorter, and there may be millions. */
class FrameExtras {
  symbolTable: PhpArray | null = null;
  extraNamedParams: PhpArray | null = null;
  magicName: string | null = null;
}

export class ExecuteData {
  /** Number of the opline that runs now (in a caller: the call that is under way). */
  opline = 0;
  opcodes: readonly Opline[];
  slots: Zval[];
  /** First slot of the frame in its page. */
  base: number;
  page: VmStackPage;
  func: Func;
  /** The innermost call being prepared by INIT_*..DO_*. */
  call: ExecuteData | null = null;
  /** While being prepared: the enclosing prepared call; while running: the caller. */
  prev: ExecuteData | null = null;
  /** Where the return value goes: absolute slot in `prev.slots`, -1 when unused. */
  returnSlot = -1;
  /** $this. */
  thisObject: PhpObject | null = null;
  /** static:: (Z_CE(EX(This)) or the object's class). */
  calledScope: ClassEntry | null = null;
  callInfo = 0;
  numArgs = 0;
  runTimeCache: unknown[];
  /** The closure being called (ZEND_CLOSURE_OBJECT), kept alive by the frame when CALL_CLOSURE is set. */
  closure: PhpObject | null = null;
  native: NativeActivation | null = null;
  /** The Generator object this frame belongs to (CALL_GENERATOR). */
  generator: PhpObject | null = null;
  /** What few frames have. */
  extras: FrameExtras | null = null;
  constructor(page: VmStackPage, base: number, func: Func) {
    this.page = page;
    this.slots = page.slots;
    this.base = base;
    this.func = func;
    this.opcodes = NO_OPLINES;
    this.runTimeCache = NO_CACHE;
  }

  get symbolTable(): PhpArray | null {
    return this.extras === null ? null : this.extras.symbolTable;
  }
  set symbolTable(table: PhpArray | null) {
    if (table !== null || this.extras !== null) this.more.symbolTable = table;
  }
  get extraNamedParams(): PhpArray | null {
    return this.extras === null ? null : this.extras.extraNamedParams;
  }
  set extraNamedParams(params: PhpArray | null) {
    if (params !== null || this.extras !== null) this.more.extraNamedParams = params;
  }
  /** __call/__callStatic trampoline: the name that was asked for. */
  get magicName(): string | null {
    return this.extras === null ? null : this.extras.magicName;
  }
  set magicName(name: string | null) {
    if (name !== null || this.extras !== null) this.more.magicName = name;
  }
  private get more(): FrameExtras {
    this.extras ??= new FrameExtras();
    return this.extras;
  }
}

export const NO_OPLINES: readonly Opline[] = [];
const NO_CACHE: unknown[] = [];
