import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureRun } from '../support/capture.ts';

/** Says all of a class: its text holds every member with the class it comes from. */
const TELL = '$text = (string) new ReflectionClass($name); echo strlen($text), " ", md5($text), "\\n";';

describe('internal classes', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corovm-classes-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(code: string): Promise<string> {
    const file = join(folder, 'program.php');
    writeFileSync(file, `<?php\n${code}`);
    const { out, err } = await captureRun(file, { jitThreshold: null });
    expect(err).toBe('');
    return out;
  }

  it('are the same whichever is made first', async () => {
    const all = await run(
      `foreach (array_merge(get_declared_classes(), get_declared_interfaces()) as $name) { echo "$name "; ${TELL} }`,
    );
    const rows = all.trimEnd().split('\n');
    expect(rows.length).toBeGreaterThan(200);
    // each takes an engine of its own: every fourth will do
    for (const row of rows.filter((_row, i) => i % 4 === 0)) {
      const [name = '', ...rest] = row.split(' ');
      expect(`${name} ${await run(`$name = '${name}'; ${TELL}`)}`).toBe(`${name} ${rest.join(' ')}\n`);
    }
  }, 120_000);
});
