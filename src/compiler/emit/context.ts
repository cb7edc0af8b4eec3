/**
 * What the compiler knows while it emits: what Zend keeps in CG(), FC() and the oparray context.
 * One `Compiler` compiles one file; nothing here outlives it.
 * Source: php-src 8.2 Zend/zend_compile.h, zend_globals.h (zend_compiler_globals)
 */
import { CompileError } from '../../base/compile-error.ts';
import type { ClassDecl } from '../../bytecode/class-decl.ts';
import { IS_UNUSED, type OpArray, type Opline, type ScriptDecls } from '../../bytecode/op-array.ts';
import type { Zval } from '../../value/zval.ts';
import type { AstNode } from '../ast.ts';
import type { BoundClass } from './bound-class.ts';

/** How a variable is fetched (BP_VAR_*). */
export const BP_VAR_R = 0;
export const BP_VAR_W = 1;
export const BP_VAR_RW = 2;
export const BP_VAR_IS = 3;
export const BP_VAR_FUNC_ARG = 4;
export const BP_VAR_UNSET = 5;
export type BpVar = 0 | 1 | 2 | 3 | 4 | 5;

/** How memoized sub-expressions of `??=` are treated (zend_memoize_mode). */
export const ZEND_MEMOIZE_NONE = 0;
export const ZEND_MEMOIZE_COMPILE = 1;
export const ZEND_MEMOIZE_FETCH = 2;

// Compiler options (ZEND_COMPILE_*).
export const ZEND_COMPILE_EXTENDED_STMT: number = 1 << 0;
export const ZEND_COMPILE_EXTENDED_FCALL: number = 1 << 1;
export const ZEND_COMPILE_HANDLE_OP_ARRAY: number = 1 << 2;
export const ZEND_COMPILE_IGNORE_INTERNAL_FUNCTIONS: number = 1 << 3;
export const ZEND_COMPILE_IGNORE_INTERNAL_CLASSES: number = 1 << 4;
export const ZEND_COMPILE_DELAYED_BINDING: number = 1 << 5;
export const ZEND_COMPILE_NO_CONSTANT_SUBSTITUTION: number = 1 << 6;
export const ZEND_COMPILE_NO_PERSISTENT_CONSTANT_SUBSTITUTION: number = 1 << 8;
export const ZEND_COMPILE_IGNORE_USER_FUNCTIONS: number = 1 << 9;
export const ZEND_COMPILE_GUARDS: number = 1 << 10;
export const ZEND_COMPILE_NO_BUILTINS: number = 1 << 11;
export const ZEND_COMPILE_WITH_FILE_CACHE: number = 1 << 12;
export const ZEND_COMPILE_IGNORE_OTHER_FILES: number = 1 << 13;
export const ZEND_COMPILE_WITHOUT_EXECUTION: number = 1 << 14;

/** What opcache asks of the compiler; our op_arrays are always compiled so. */
export const OPCACHE_COMPILER_OPTIONS: number =
  ZEND_COMPILE_HANDLE_OP_ARRAY |
  ZEND_COMPILE_IGNORE_INTERNAL_CLASSES |
  ZEND_COMPILE_DELAYED_BINDING |
  ZEND_COMPILE_NO_CONSTANT_SUBSTITUTION |
  ZEND_COMPILE_IGNORE_OTHER_FILES;

/** An operand on its way into an opline (znode): kind, number and, for constants, the value. */
export class Znode {
  /** IS_UNUSED, IS_CONST, IS_TMP_VAR, IS_VAR, IS_CV */
  opType: number = IS_UNUSED;
  /** TMP/VAR/CV number (from 0), or a bare number (jump target, class fetch type). */
  num = 0;
  /** Value of an IS_CONST node. */
  value: Zval = undefined;
  /** znode.u.flag: loop variables keep their kind here. */
  flag = 0;
}

/** An entry of the loop variable stack: what `return`, `break` and `goto` must free or leave (zend_loop_var). */
export interface LoopVar {
  /** FREE, FE_FREE, FAST_CALL, DISCARD_EXCEPTION, RETURN (function boundary), NOP (loop without variable). */
  opcode: number;
  varType: number;
  varNum: number;
  tryCatchOffset: number;
}

/** A loop's jump table entry (zend_brk_cont_element). Opline numbers; `start` -1 when it is not a loop with a variable. */
export interface BrkContElement {
  start: number;
  cont: number;
  brk: number;
  parent: number;
  isSwitch: boolean;
}

/** A goto label (zend_label). */
export interface LabelInfo {
  brkCont: number;
  oplineNum: number;
}

/** State of the op_array being compiled (zend_oparray_context). */
export interface OparrayContext {
  fastCallVar: number;
  tryCatchOffset: number;
  currentBrkCont: number;
  brkContArray: BrkContElement[];
  labels: Map<string, LabelInfo> | null;
}

/** Makes the state for a fresh op_array (zend_oparray_context_begin). */
export function newOparrayContext(): OparrayContext {
  return { fastCallVar: -1, tryCatchOffset: -1, currentBrkCont: -1, brkContArray: [], labels: null };
}

/** State of the file being compiled (zend_file_context). Names of namespaces keep their case. */
export interface FileContext {
  ticks: number;
  currentNamespace: string | null;
  inNamespace: boolean;
  hasBracketedNamespaces: boolean;
  /** lower-cased alias -> full name */
  imports: Map<string, string> | null;
  importsFunction: Map<string, string> | null;
  /** alias (case-sensitive) -> full name */
  importsConst: Map<string, string> | null;
  /** lower-cased symbol name -> ZEND_SYMBOL_* bits already used in this file */
  seenSymbols: Map<string, number>;
}

/** State of a file that starts (zend_file_context_begin). */
export function newFileContext(): FileContext {
  return {
    ticks: 0,
    currentNamespace: null,
    inNamespace: false,
    hasBracketedNamespaces: false,
    imports: null,
    importsFunction: null,
    importsConst: null,
    seenSymbols: new Map(),
  };
}

/** What the compiler needs of an internal function. */
export interface HostFunctionInfo {
  /** Per parameter: ZEND_SEND_BY_VAL/BY_REF/PREFER_REF. */
  argModes: readonly number[];
  /** Names of those parameters, for named arguments (zend_get_arg_num). */
  argNames: readonly string[];
  /** Mode of arguments beyond `argModes` (variadic last parameter), ZEND_SEND_BY_VAL otherwise. */
  variadicMode: number;
  variadic: boolean;
  deprecated: boolean;
  numArgs: number;
}

/** What the compiler asks its surroundings. */
export interface CompilerHost {
  /** Internal function by lower-cased name, null when there is none. */
  functionInfo(lcName: string): HostFunctionInfo | null;
  /** Whether an internal class of that lower-cased name exists. */
  classExists(lcName: string): boolean;
  /** A persistent constant that may be substituted at compile time, undefined when there is none. */
  constant?(name: string): Zval;
  /** The current directory, for `__DIR__` of a file named without one. */
  cwd?(): string;
}

/** A warning or deprecation raised while compiling. `level` is E_*. */
export interface CompileDiagnostic {
  level: number;
  message: string;
  line: number;
}

export interface CompileOptions {
  host: CompilerHost;
  /** zend.assertions: 1 compiles asserts, 0 jumps over them, -1 leaves them out. */
  assertions?: number;
  /** ZEND_COMPILE_*; default OPCACHE_COMPILER_OPTIONS. */
  compilerOptions?: number;
  /** ini `precision`, for floats that become strings at compile time; default 14. */
  precision?: number;
  /** Names of auto-global variables; default PHP's. */
  autoGlobals?: ReadonlySet<string>;
}

/**
 * The compiler's mutually recursive entry points. Modules call them through `dispatch.ts`, which keeps the import graph
 * free of cycles; `passes.ts` lists the implementations.
 */
export interface Passes {
  /** zend_compile_expr; `result` is null only for `throw` and `exit` as statements. */
  compileExpr(c: Compiler, result: Znode | null, ast: AstNode): void;
  /** zend_compile_var: returns the fetching opline, null when there is none (CV, call). */
  compileVar(c: Compiler, result: Znode | null, ast: AstNode, type: number, byRef: boolean): Opline | null;
  /** zend_delayed_compile_var */
  delayedCompileVar(c: Compiler, result: Znode, ast: AstNode, type: number, byRef: boolean): Opline | null;
  /** zend_compile_stmt */
  compileStmt(c: Compiler, ast: AstNode | null): void;
  /** zend_compile_top_stmt */
  compileTopStmt(c: Compiler, ast: AstNode | null): void;
  /** zend_compile_func_decl: functions, methods, closures, arrow functions. */
  compileFuncDecl(c: Compiler, result: Znode | null, ast: AstNode, topLevel: boolean): void;
  /** zend_compile_class_decl; `result` only for anonymous classes. */
  compileClassDecl(c: Compiler, result: Znode | null, ast: AstNode, topLevel: boolean): void;
}

/** `$GLOBALS` is still one, though the compiler treats most of its uses by itself since 8.1. */
export const AUTO_GLOBALS: ReadonlySet<string> = new Set([
  'GLOBALS',
  '_GET',
  '_POST',
  '_COOKIE',
  '_SERVER',
  '_ENV',
  '_REQUEST',
  '_FILES',
  '_SESSION',
]);

/** Names of anonymous classes go on behind a NUL byte, where PHP's messages end them. */
function shortenAnonymous(message: string): string {
  return message.includes('\0') ? message.replace(/\0.*?:\d+\$[0-9a-f]+/g, '') : message;
}

/** The state of one compilation: CG() and FC(). */
export class Compiler {
  readonly host: CompilerHost;
  readonly options: CompileOptions;
  readonly passes: Passes;
  /** CG(compiler_options); parameters' defaults switch constant substitution off for a while. */
  compilerOptions: number;
  /** CG(compiled_filename) */
  readonly fileName: string;
  /** CG(zend_lineno): line that new oplines and errors get. */
  lineno = 1;
  /** CG(active_op_array) */
  opArray: OpArray;
  /** CG(active_class_entry) */
  activeClass: ClassDecl | null = null;
  /** active_op_array->scope: the class when a method (no closure) is being compiled, null otherwise. */
  methodClass: ClassDecl | null = null;
  fc: FileContext = newFileContext();
  context: OparrayContext = newOparrayContext();
  loopVarStack: LoopVar[] = [];
  delayedOplines: Opline[] = [];
  shortCircuitingOpnums: number[] = [];
  memoizeMode: number = ZEND_MEMOIZE_NONE;
  memoizedExprs: Map<AstNode, Znode> | null = null;
  /** Values of `znode` nodes (zend_ast_znode). */
  readonly znodes: Map<AstNode, Znode> = new Map();
  /** CG(function_table) of this file: top-level functions bound at compile time. */
  readonly script: ScriptDecls;
  /** CG(class_table) of this file: classes bound while compiling, by lower-cased name. */
  readonly boundClasses: Map<string, BoundClass> = new Map();
  /** Where warnings go; the caller keeps the list, so that it survives a compile error. */
  readonly diagnostics: CompileDiagnostic[];
  /** CG(rtd_key_counter) */
  rtdKeyCounter = 0;
  encodingDeclared = false;
  /** CG(ast)'s root, for checks like "strict_types must be the first statement". */
  fileAst: AstNode | null = null;
  /** Byte offset behind `__halt_compiler();` as the parser found it, null when absent. */
  haltOffset: number | null = null;

  constructor(
    fileName: string,
    opArray: OpArray,
    options: CompileOptions,
    passes: Passes,
    diagnostics: CompileDiagnostic[] = [],
  ) {
    this.fileName = fileName;
    this.passes = passes;
    this.diagnostics = diagnostics;
    this.opArray = opArray;
    this.options = options;
    this.host = options.host;
    this.compilerOptions = options.compilerOptions ?? OPCACHE_COMPILER_OPTIONS;
    this.script = { functions: new Map(), classes: [], allClasses: [], haltOffset: null };
  }

  /** zend_error_noreturn(E_COMPILE_ERROR): ends the compilation with PHP's fatal error at the current line. */
  error(message: string): never {
    throw new CompileError(shortenAnonymous(message), this.lineno, 'compile');
  }

  /** Collects a warning, notice or deprecation (zend_error during compilation). */
  warn(level: number, message: string): void {
    this.diagnostics.push({ level, message: shortenAnonymous(message), line: this.lineno });
  }
}
