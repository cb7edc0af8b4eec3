/** What a program has printed is there while it goes on without printing, so that a signal loses nothing of it. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { corovm } from '../support/repository.ts';

test('output is not kept back by a loop that prints nothing more', async () => {
  const [command = '', ...words] = corovm('run', '-r', 'for ($i = 0; $i < 20; $i++) echo "line $i\\n"; while (true);');
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let text = '';
    for await (const part of child.stdout) {
      text += String(part);
      if (text.endsWith('line 19\n')) break;
    }
    expect(text.split('\n')).toHaveLength(21);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGKILL');
  }
}, 60_000);
