/** Opcode name -> number, as src/bytecode/opcodes.ts lists them; an error when it is not written as it was. */
import { readFileSync } from 'node:fs';

export function opcodeNumbers() {
  const text = readFileSync(new URL('../../src/bytecode/opcodes.ts', import.meta.url), 'utf8');
  const table = text.slice(text.indexOf('export const OP = {'), text.indexOf('} as const'));
  const numbers = new Map(
    [...table.matchAll(/^ {2}([A-Z][A-Z0-9_]*): (\d+),$/gm)].map(([, name, number]) => [name, Number(number)]),
  );
  if (numbers.size < 200) throw new Error('src/bytecode/opcodes.ts is not written as it was');
  return numbers;
}
