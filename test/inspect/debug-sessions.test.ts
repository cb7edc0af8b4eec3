/** Debugger sessions: commands in test/goldens/debug/sessions/*.dbg, what they say beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, createVirtualTimeHost, runDebugScript, textToBytes } from '../../src/index.ts';
import { findLeaks } from '../../src/vm/leaks.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';

const FOLDER = join(ROOT, 'test/goldens/debug/sessions');

const TIMEOUT = 60_000;

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.dbg')))(
  '%s',
  async (name) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    const [, program = '', lang = 'en'] = (lines[0] ?? '').split(' ');
    const { host } = capturingHost();
    const debug = createEngine({ host }).debug(join(ROOT, program), {
      lang: lang === 'zh' ? 'zh' : 'en',
      args: [],
      clock: createVirtualTimeHost,
    });
    if (debug === null) throw new Error(`cannot open ${program}`);
    const said: string[] = [];
    runDebugScript(debug, lines.map(textToBytes), (line) => said.push(line));
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, name.replace(/dbg$/, 'txt')));
    while (!debug.session.ended) debug.session.advance();
    expect(findLeaks(debug.session.live.vm)).toEqual([]);
  },
  TIMEOUT,
);
