import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEngine, createVirtualTimeHost, type EngineOptions } from '../../src/index.ts';
import { capturingHost } from '../support/capture.ts';
import { ROOT } from '../support/repository.ts';
import { writeProgram } from '../support/write-program.ts';

const TWO = join(ROOT, 'programs/swoole/two-coroutines.php');

async function run(path: string, options: Omit<EngineOptions, 'host'>): Promise<{ out: string; err: string }> {
  const { host, text } = capturingHost();
  await createEngine({ ...options, host: createVirtualTimeHost(host) }).runFile(path, []);
  return text;
}

test('a trace of coroutines tells who creates, waits, goes on, and where', async () => {
  expect((await run(TWO, { trace: 'coro' })).err).toBe(
    [
      '0.000000 s main creates co 1',
      '0.000000 s main -> co 1: co 1 begins, resumed at $_main:5 0003 DO_FCALL_BY_NAME',
      '0.000000 s co 1 -> main: co 1 waits for sleep at {closure}:7 0003 DO_FCALL',
      '0.000000 s main creates co 2',
      '0.000000 s main -> co 2: co 2 begins, resumed at $_main:11 0008 DO_FCALL_BY_NAME',
      '0.000000 s co 2 -> main: co 2 waits for sleep at {closure}:13 0003 DO_FCALL',
      '1.000000 s main -> co 1: co 1 has waited for sleep and goes on at {closure}:7 0003 DO_FCALL',
      '1.000000 s co 1 -> main: co 1 has ended',
      '1.000000 s main -> co 2: co 2 has waited for sleep and goes on at {closure}:13 0003 DO_FCALL',
      '1.000000 s co 2 -> main: co 2 has ended',
      '',
    ].join('\n'),
  );
});

test('frames of a coroutine are entered once, however often it is suspended', async () => {
  const { err } = await run(TWO, { trace: 'frames' });
  expect(err.match(/-> \{closure\}/g)?.length).toBe(2);
  expect(err).toContain('[co 1] -> {closure} 96 bytes at page 2 +32');
  expect(err.trimEnd().split('\n').slice(-2)).toEqual(['[co 1] <- {closure}', '[co 2] <- {closure}']);
});

test('JSON lines carry the same events', async () => {
  const { err } = await run(TWO, { trace: 'coro', traceJson: true });
  const events = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.length).toBe(10);
  expect(events[6]).toMatchObject({ t: 1000000, machine: 'main', event: 'switch', to: 'co 1', waits: 'sleep' });
  const ops = await run(TWO, { trace: 'ops', traceJson: true });
  expect(JSON.parse(ops.err.split('\n', 1)[0] ?? '')).toMatchObject({ event: 'opline', opline: 0, line: 5 });
});

test('a Chrome trace has a track a coroutine, balanced bars, and an arrow a wake-up', async () => {
  let json = '';
  await run(TWO, {
    traceOut: (text) => {
      json += text;
    },
  });
  const events = JSON.parse(json) as { ph: string; tid: number; ts?: number; id?: number; args?: { name?: string } }[];
  const names = events.filter((one) => one.ph === 'M' && one.args?.name !== undefined).map((one) => one.args?.name);
  expect(names).toEqual(['main', 'co 1', 'co 2']);
  for (const tid of [0, 1, 2]) {
    const bars = events.filter((one) => one.tid === tid && (one.ph === 'B' || one.ph === 'E'));
    expect(bars.filter((one) => one.ph === 'B').length).toBe(bars.length / 2);
  }
  const ids = (ph: string): unknown[] => events.filter((one) => one.ph === ph).map((one) => one.id);
  expect(ids('s')).toEqual([1, 2, 3, 4]);
  expect(ids('f')).toEqual(ids('s'));
  const times = events.flatMap((one) => one.ts ?? []);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('statistics count copies-on-write, destructors, pages, switches and collector runs', async () => {
  const program = writeProgram(`<?php
    class D { public $self; function __destruct() {} }
    $a = [1, 2]; $b = $a; $b[] = 3; $b[] = 4;
    new D; $d = new D; $d->self = $d; unset($d); gc_collect_cycles();
    go(function () { co::sleep(1); });`);
  try {
    const { err } = await run(program.path, { stats: true });
    expect(err).toMatch(/^copies-on-write {10}1$/m);
    expect(err).toMatch(/^destructors {14}2$/m);
    expect(err).toMatch(/^collector runs {11}\d, 1 collected$/m);
    expect(err).toMatch(/^coroutines and fibers {4}1 created, 4 switches$/m);
    expect(err).toMatch(/^vm_stack pages {11}2 allocated, 1 freed$/m);
    expect(err).toMatch(/^ {2}that go straight on +\d+$/m);
  } finally {
    program.remove();
  }
});

test('an annotated dump has hit counts, last values, and where coroutines slept', () => {
  const { host, text } = capturingHost();
  const engine = createEngine({ host: createVirtualTimeHost(host) });
  const source =
    '<?php\nfor ($i = 0; $i < 3; $i++) { $s = "n$i"; }\ngo(function () { co::sleep(1.5); });\nif ($i > 9) echo 1;\n';
  const { output } = engine.view(source, '/t.php', { annotate: true, lang: 'en', width: 100 });
  expect(output).toContain('PRE_INC CV0($i)\n     ; 3 hits, last seen: $i = 3');
  expect(output).toContain('; yielded here as coroutine 1 (sleep) at 0.000 s, resumed there at 1.500 s');
  expect(output).toContain('ECHO int(1)\n     ; never reached');
  expect(text.out).toBe('');
});
