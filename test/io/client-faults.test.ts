/**
 * Peers that fail: refuse, do not answer, do not read, reset, end in the middle, talk nonsense, have no address. Streams are
 * judged by real PHP here and now; Swoole's clients by what real Swoole 6.2 printed for the same program (clients.out).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BadPeer, startBadPeer } from '../support/bad-peer.ts';
import { describeWithPhp } from '../support/php-oracle.ts';
import { type ProcessResult, runProcess } from '../support/process.ts';
import { corovm } from '../support/repository.ts';

const FOLDER = join(import.meta.dirname, 'faults');

/** The resolver may take longer than the program's limit: error 712 instead of 711. */
const settled = (output: string): string => output.replace(/(no such name: .*)\b712$/gm, '$1711');

describeWithPhp('a peer that fails', { timeout: 90_000 }, () => {
  let peer: BadPeer;
  beforeAll(async () => {
    peer = await startBadPeer();
  });
  afterAll(() => peer.stop());

  const run = (command: readonly string[]): Promise<ProcessResult> =>
    runProcess([...command, String(peer.port), String(peer.closed), String(peer.full)], { timeoutMs: 30_000 });

  test('streams give the warnings and numbers that PHP gives', async () => {
    const file = join(FOLDER, 'streams.php');
    const theirs = await run(['php', '-n', '-d', 'display_errors=1', file]);
    const mine = await run(corovm('run', '--check-leaks', file));
    expect(mine.stdout).toBe(theirs.stdout);
    expect(mine.stderr).toBe('');
    expect(mine.status).toBe(0);
  });

  test("Swoole's clients note the numbers that Swoole notes", async () => {
    const done = await run(corovm('run', '--check-leaks', join(FOLDER, 'clients.php')));
    expect(settled(done.stdout)).toBe(readFileSync(join(FOLDER, 'clients.out'), 'latin1'));
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });
});
