/**
 * The variables a script starts with: $argv, $argc, $_SERVER and the other superglobals.
 * Source: php-src main/php_variables.c, sapi/cli/php_cli.c
 */
import { PhpArray } from '../value/php-array.ts';
import { addRef, PhpFloat } from '../value/zval.ts';
import type { Executor } from './executor.ts';

/**
 * Fills the global symbol table for a script called as `path` with `args`.
 * @param file its path, empty for code of the command line
 */
export function setUpGlobals(vm: Executor, path: string, args: readonly string[], file: string = path): void {
  const argv = PhpArray.fromList([path, ...args]);
  const argc = args.length + 1;
  const globals = vm.symbolTable;
  for (const name of ['_GET', '_POST', '_COOKIE', '_FILES']) globals.set(name, PhpArray.empty());
  globals.set('argv', addRef(argv));
  globals.set('argc', argc);
  globals.set('_SERVER', serverVariables(vm, path, file, argv, argc));
}

function serverVariables(vm: Executor, path: string, file: string, argv: PhpArray, argc: number): PhpArray {
  const server = new PhpArray();
  for (const [name, value] of Object.entries(vm.host.env())) server.setSym(name, value);
  const micros = vm.host.nowMicros();
  for (const name of ['PHP_SELF', 'SCRIPT_NAME']) server.set(name, path);
  for (const name of ['SCRIPT_FILENAME', 'PATH_TRANSLATED']) server.set(name, file);
  server.set('DOCUMENT_ROOT', '');
  server.set('REQUEST_TIME_FLOAT', new PhpFloat(micros / 1_000_000));
  server.set('REQUEST_TIME', Math.floor(micros / 1_000_000));
  server.set('argv', argv);
  server.set('argc', argc);
  return server;
}

/** Registers $_ENV and $_REQUEST when they are first named, as auto_globals_jit has it. */
export function nameAutoGlobal(vm: Executor, name: string): void {
  if (vm.symbolTable.get(name) !== undefined) return;
  if (name === '_REQUEST') vm.symbolTable.set(name, PhpArray.empty());
  else if (name === '_ENV') vm.symbolTable.set(name, environment(vm));
}

/** The environment, when variables_order has an E. */
function environment(vm: Executor): PhpArray {
  const env = new PhpArray();
  if (!/e/i.test(vm.ini.get('variables_order') ?? '')) return env;
  for (const [name, value] of Object.entries(vm.host.env())) env.setSym(name, value);
  return env;
}
