/**
 * From the operand of include or eval to an op_array: finding the file, compiling it, reporting what goes wrong.
 * Source: php-src 8.2 Zend/zend_execute.c (zend_include_or_eval), main/fopen_wrappers.c (php_resolve_path),
 * main/main.c (php_message_handler_for_zend)
 */
import { E_COMPILE_ERROR, E_PARSE, E_WARNING } from '../base/diagnostics.ts';
import type { OpArray } from '../bytecode/op-array.ts';
import { OP } from '../bytecode/opcodes.ts';
import { ZEND_INCLUDE, ZEND_INCLUDE_ONCE, ZEND_REQUIRE, ZEND_REQUIRE_ONCE } from '../bytecode/operand-flags.ts';
import { SLOT_FILE, SLOT_LINE } from '../object/exception-slots.ts';
import type { NativeCode } from '../object/native-code.ts';
import { displayError } from './errors.ts';
import { createException } from './exceptions.ts';
import type { Executor } from './executor.ts';
import type { CompileFailure, CompileOutcome, SourceToken } from './ports.ts';
import { executedFile } from './position.ts';

/** include_once and require_once of a file that was included before. */
export const ALREADY_INCLUDED: unique symbol = Symbol('already-included');

const NAMES: Readonly<Record<number, string>> = {
  [ZEND_INCLUDE]: 'include',
  [ZEND_INCLUDE_ONCE]: 'include_once',
  [ZEND_REQUIRE]: 'require',
  [ZEND_REQUIRE_ONCE]: 'require_once',
};

/** get_active_function_name as messages show it: the running builtin, or the include that is under way. */
export function activeFunctionName(vm: Executor): string {
  const ex = vm.currentExecuteData;
  const op = ex === null || ex.func.type !== 2 ? undefined : ex.opcodes[ex.opline];
  if (op?.opcode === OP.INCLUDE_OR_EVAL) return NAMES[op.extendedValue] ?? 'eval';
  return ex?.func.functionName ?? 'main';
}

/** The file's op_array; null after a warning or an exception. `kind` is ZEND_INCLUDE, ... */
export function* compileInclude(
  vm: Executor,
  path: string,
  kind: number,
): NativeCode<OpArray | typeof ALREADY_INCLUDED | null> {
  const once = kind === ZEND_INCLUDE_ONCE || kind === ZEND_REQUIRE_ONCE;
  const nul = path.indexOf('\0');
  if (nul >= 0) return failedOpening(vm, path.slice(0, nul), kind);
  if (path === '' && !once) return vm.throwError('ValueError', 'Path cannot be empty');
  const url = vm.openUrl === null ? null : vm.openUrl(path);
  if (url !== null) return yield* includeUrl(vm, path, kind, url);
  const resolved = resolveIncludePath(vm, path);
  if (once && resolved !== null && vm.includedFiles.has(resolved)) return ALREADY_INCLUDED;
  const opened = resolved ?? path;
  const stat = vm.host.stat(opened);
  const source = stat !== null && !stat.isDirectory ? vm.host.readFile(opened) : null;
  if (source === null) {
    const denied = stat !== null && !stat.isDirectory;
    const why = denied ? 'Permission denied' : 'No such file or directory';
    vm.error(E_WARNING, `${NAMES[kind]}(${once ? opened : path}): Failed to open stream: ${why}`);
    return failedOpening(vm, path, kind);
  }
  if (once) vm.includedFiles.add(opened);
  const code = accept(vm, vm.compile.compileFile(source, opened), opened);
  if (code !== null) vm.includedFiles.add(opened);
  return code;
}

/** A file that a stream wrapper opens. */
function* includeUrl(
  vm: Executor,
  path: string,
  kind: number,
  open: NativeCode<string | null>,
): NativeCode<OpArray | typeof ALREADY_INCLUDED | null> {
  const once = kind === ZEND_INCLUDE_ONCE || kind === ZEND_REQUIRE_ONCE;
  if (once && vm.includedFiles.has(path)) return ALREADY_INCLUDED;
  const source = yield* open;
  if (source === null) return failedOpening(vm, path, kind);
  const code = accept(vm, vm.compile.compileFile(source, path), path);
  if (code !== null) vm.includedFiles.add(path);
  return code;
}

/** ZMSG_FAILED_INCLUDE_FOPEN, ZMSG_FAILED_REQUIRE_FOPEN */
function failedOpening(vm: Executor, path: string, kind: number): null {
  const includePath = vm.ini.get('include_path') ?? '';
  if (vm.exception !== null) return null;
  if (kind === ZEND_REQUIRE || kind === ZEND_REQUIRE_ONCE) {
    return vm.throwError('Error', `Failed opening required '${path}' (include_path='${includePath}')`);
  }
  vm.error(E_WARNING, `${NAMES[kind]}(): Failed opening '${path}' for inclusion (include_path='${includePath}')`);
  return null;
}

/** php_resolve_path: absolute and ./ paths as they are, others by include_path, then beside the running script. */
export function resolveIncludePath(vm: Executor, path: string): string | null {
  const { host } = vm;
  if (path.startsWith('/') || /^\.\.?\//.test(path)) return host.resolvePath(path);
  for (const dir of (vm.ini.get('include_path') ?? '').split(':')) {
    if (dir === '') continue;
    const found = host.resolvePath(`${dir}/${path}`);
    if (found !== null) return found;
  }
  const script = executedFile(vm);
  const slash = script.lastIndexOf('/');
  return slash < 0 ? null : host.resolvePath(`${script.slice(0, slash)}/${path}`);
}

/** The op_array of an eval's code; null after an exception. */
export function compileEval(vm: Executor, code: string, description: string): OpArray | null {
  return accept(vm, vm.compile.compileString(code, description), description);
}

/** The tokens of a source; null after an exception. `parse`: it must be right (TOKEN_PARSE). */
export function sourceTokens(vm: Executor, source: string, parse: boolean): readonly SourceToken[] | null {
  const { tokens, diagnostics, failure } = vm.compile.tokenize(source, parse);
  for (const d of diagnostics) vm.error(d.level, d.message);
  return failure === null ? tokens : reportFailure(vm, failure, '');
}

/** Reports what the compiler said; a syntax error becomes a ParseError, other errors end the request. */
function accept(vm: Executor, outcome: CompileOutcome, fileName: string): OpArray | null {
  for (const d of outcome.diagnostics) vm.errorAt(d.level, d.message, fileName, d.line);
  const { failure } = outcome;
  if (failure === null) return outcome.main;
  return reportFailure(vm, failure, fileName);
}

function reportFailure(vm: Executor, failure: CompileFailure, fileName: string): null {
  const parse = failure.kind === 'parse';
  if (!parse && failure.catchable !== true) {
    displayError(vm, parse ? E_PARSE : E_COMPILE_ERROR, failure.message, fileName, failure.line);
    return null;
  }
  const error = createException(vm, vm.classOf(parse ? 'ParseError' : 'CompileError'), failure.message, 0);
  error.props[SLOT_FILE] = fileName;
  error.props[SLOT_LINE] = failure.line;
  return vm.throwObject(error);
}
