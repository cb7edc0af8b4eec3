/** The reference's examples (docs/data/opcode-examples.json): each compiles to its opcode and runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { OP } from '../../src/bytecode/opcodes.ts';
import { createEngine } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const examples = JSON.parse(readFileSync(join(ROOT, 'docs/data/opcode-examples.json'), 'utf8')) as Record<string, string>;

/** Made by the VM, the optimizer or a debugger, never by the compiler. */
const NEVER_EMITTED = [
  'CALL_TRAMPOLINE',
  'CHECK_VAR',
  'EXT_FCALL_BEGIN',
  'EXT_FCALL_END',
  'EXT_NOP',
  'EXT_STMT',
  'HANDLE_EXCEPTION',
  'USER_OPCODE',
];

test('every opcode that the compiler emits has an example', () => {
  expect(Object.keys(OP).filter((name) => examples[name] === undefined).sort()).toEqual(NEVER_EMITTED);
});

describe('the example of', () => {
  it.each(Object.entries(examples))('%s shows it and runs', async (name, code) => {
    const { host, text } = capturingHost();
    const engine = createEngine({ host, checkLeaks: true });
    const { ok, output } = engine.dump(`<?php\n${code}\n`, '/example.php', 'opcache');
    expect(ok).toBe(true);
    expect(output).toMatch(new RegExp(`^\\d{4} (?:[A-Z]+\\d*(?:\\(\\$[^)]*\\))? = )?${name}\\b`, 'm'));
    let given = false;
    const reading = {
      ...host,
      readIn: () => {
        const source = given ? '' : `<?php\n${code}\n`;
        given = true;
        return source;
      },
    };
    await createEngine({ host: reading, checkLeaks: true }).runFile('-', []);
    expect(text.err).toBe('');
    expect(text.out).not.toMatch(/^(?:PHP )?(?:Fatal|Parse) error/m);
  });
});
