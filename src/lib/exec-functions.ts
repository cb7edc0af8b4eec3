/**
 * Programs of the system: exec, system, passthru, shell_exec, and quoting for the shell.
 * Source: php-src ext/standard/exec.c
 */
import { E_WARNING } from '../base/diagnostics.ts';
import { PhpArray, separateArray } from '../value/php-array.ts';
import type { PhpReference, Zval } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import type { CommandResult } from '../vm/ports.ts';
import { environment } from './environment.ts';
import { type FunctionDef, fn, p } from './define.ts';
import { docref, setRef } from './string-util.ts';

/** ARG_MAX */
const LONGEST = 2097152;

/** Runs a command; false after a warning, null after an exception. */
function runCommand(rt: Executor, command: string): CommandResult | false | null {
  if (command === '') return rt.argumentValueError(1, 'cannot be empty');
  if (command.includes('\0')) return rt.argumentValueError(1, 'must not contain any null bytes');
  const result = rt.host.system?.run(command, Object.fromEntries(environment(rt))) ?? null;
  if (result !== null) return result;
  docref(rt, E_WARNING, `Unable to fork [${command}]`);
  return false;
}

function withoutBlanks(line: string): string {
  return line.replace(/[ \t\n\v\f\r]+$/, '');
}

function lastLine(output: string): string {
  const lines = output.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return withoutBlanks(lines[lines.length - 1] ?? '');
}

/** Appends the lines to the array of a reference, which becomes one if it is none. */
function appendLines(rt: Executor, ref: PhpReference, output: string): void {
  const held = ref.val;
  const array = held instanceof PhpArray ? separateArray(held) : new PhpArray();
  if (held instanceof PhpArray) ref.val = array;
  else setRef(rt, ref, array);
  const lines = output.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  for (const line of lines) array.append(withoutBlanks(line));
}

/** Quotes what the shell would read as more than text. */
export function escapeCommand(command: string): string {
  let out = '';
  let closing = -1;
  for (let i = 0; i < command.length; i++) {
    const c = command.charAt(i);
    if (c === '"' || c === "'") {
      const pair = closing < 0 ? command.indexOf(c, i + 1) : -1;
      if (pair >= 0) closing = pair;
      else if (closing >= 0 && command.charAt(closing) === c) closing = -1;
      else out += '\\';
    } else if (/[#&;`|*?~<>^()[\]{}$\\\n\xff]/.test(c)) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

function quoted(rt: Executor, s: string, kind: 'Argument' | 'Command', quote: (s: string) => string): Zval {
  if (s.includes('\0')) return rt.argumentValueError(1, 'must not contain any null bytes');
  const name = rt.currentExecuteData?.func.functionName ?? '';
  if (s.length > LONGEST - 3) rt.fatalError(`${name}(): ${kind} exceeds the allowed length of ${LONGEST} bytes`);
  // bytes that are no characters of the C locale go
  return quote(s.replace(/[\x80-\xff]/g, ''));
}

const resultCode = p.ref('result_code', undefined, { default: null });

export const execFunctions: readonly FunctionDef[] = [
  fn({
    name: 'exec',
    doc: 'Runs a program; its last line of output.',
    params: [p.string('command'), p.ref('output', undefined, { default: null }), resultCode],
    returns: ['string', 'false'],
    impl(rt, command, output, code) {
      const result = runCommand(rt, command);
      if (result === null || result === false) return result;
      if (output !== null) appendLines(rt, output, result.output);
      setRef(rt, code, result.exitCode);
      return lastLine(result.output);
    },
  }),
  fn({
    name: 'system',
    doc: 'Runs a program, prints its output, and returns the last line.',
    params: [p.string('command'), resultCode],
    returns: ['string', 'false'],
    impl(rt, command, code) {
      const result = runCommand(rt, command);
      if (result === null || result === false) return result;
      rt.write(result.output);
      setRef(rt, code, result.exitCode);
      return lastLine(result.output);
    },
  }),
  fn({
    name: 'passthru',
    doc: 'Runs a program and prints its output as it is.',
    params: [p.string('command'), resultCode],
    returns: ['null', 'false'],
    impl(rt, command, code) {
      const result = runCommand(rt, command);
      if (result === null || result === false) return result;
      rt.write(result.output);
      setRef(rt, code, result.exitCode);
      return null;
    },
  }),
  fn({
    name: 'shell_exec',
    doc: 'The output of a shell command.',
    params: [p.string('command')],
    returns: ['string', 'false', 'null'],
    impl(rt, command) {
      const result = runCommand(rt, command);
      if (result === null || result === false) return result;
      return result.output === '' ? null : result.output;
    },
  }),
  fn({
    name: 'escapeshellarg',
    doc: 'One argument for the shell, in quotes.',
    params: [p.string('arg')],
    returns: ['string'],
    impl: (rt, s) => quoted(rt, s, 'Argument', (text) => `'${text.replace(/'/g, `'\\''`)}'`),
  }),
  fn({
    name: 'escapeshellcmd',
    doc: 'A command whose special characters the shell takes as they are.',
    params: [p.string('command')],
    returns: ['string'],
    impl: (rt, s) => quoted(rt, s, 'Command', escapeCommand),
  }),
];
