import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OP } from '../../src/bytecode/opcodes.ts';
import { ROOT } from '../support/repository.ts';

/** Opcodes that are in the table, but that no dump shows, and why. */
const NEVER_DUMPED: Readonly<Record<string, string>> = {
  CALL_TRAMPOLINE: 'the VM makes it for __call and __callStatic',
  EXT_FCALL_BEGIN: 'emitted for debuggers only',
  EXT_FCALL_END: 'emitted for debuggers only',
  EXT_NOP: 'emitted for debuggers only',
  EXT_STMT: 'emitted for debuggers only',
  HANDLE_EXCEPTION: 'the VM jumps to it',
  USER_OPCODE: 'extensions of Zend install it',
};

function goldenDumps(): string {
  const below = (folder: string, suffix: string): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(suffix))
      .map((name) => readFileSync(join(ROOT, folder, name), 'latin1'));
  return [...below('test/goldens', '.phpt'), ...below('programs/goldens', '.dump')].join('\n');
}

test('every opcode that the compiler emits is in a golden dump', () => {
  const seen = new Set([...goldenDumps().matchAll(/^\d{4} (?:[A-Z]+\d*(?:\(\$[^)]*\))? = )?([A-Z_]+)/gm)].map((match) => match[1]));
  const missing = Object.keys(OP).filter((name) => !seen.has(name) && NEVER_DUMPED[name] === undefined);
  expect(missing).toEqual([]);
});

test('no opcode is excused that a golden shows', () => {
  const dumps = goldenDumps();
  expect(Object.keys(NEVER_DUMPED).filter((name) => new RegExp(`^\\d{4} (?:\\S+ = )?${name}\\b`, 'm').test(dumps))).toEqual([]);
});
