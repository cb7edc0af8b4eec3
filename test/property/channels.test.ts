/** Random programs of coroutines and channels print what a small model of Swoole says, and leave nothing behind. */
import { expect, test } from 'vitest';
import { type ChannelProgram, runModel, type Step } from '../support/channel-model.ts';
import { seededRandom } from '../support/random.ts';
import { runVirtual } from '../support/virtual-run.ts';

const PROGRAMS = 150;
const SEED = Number(process.env['SEED'] ?? 20261);

/** Runs the same scripts in PHP. */
const INTERPRETER = `
Co::set(['enable_deadlock_check' => false]);
$channels = array_map(fn($n) => new Co\\Channel($n, $n === 0), $program['channels']);
$cids = [];
function run($script) {
  global $program, $channels, $cids;
  $cids[$script] = Co::getCid();
  foreach ($program['scripts'][$script] as $step) {
    $channel = $channels[$step[1] ?? 0] ?? null;
    $say = match ($step[0]) {
      'say' => 'says',
      'sleep' => 'slept ' . (Co::sleep($step[1] / 1000) ? 'well' : 'badly'),
      'push' => 'push ' . ($channel->push($step[2], $step[3] / 1000) ? 'ok' : $channel->errCode),
      'pop' => 'pop ' . (($v = $channel->pop($step[2] / 1000)) !== false ? "= $v" : $channel->errCode),
      'close' => 'close ' . var_export($channel->close(), true),
      'go' => go('run', $step[1]) ? null : 'no go',
      'cancel' => 'cancel ' . var_export(isset($cids[$step[1]]) && Co::cancel($cids[$step[1]]), true),
    };
    if ($say !== null) echo "$script $say\\n";
  }
  echo "$script end\\n";
}
go('run', 0);
Swoole\\Event::wait();
echo 'left ', Co::stats()['coroutine_num'], "\\n";
`;

type Random = ReturnType<typeof seededRandom>;

function randomStep(random: Random, script: number, scripts: number, channels: number, value: number): Step {
  const below = (n: number): number => Math.floor(random() * n);
  const timeout = (): number => (below(3) === 0 ? 1 + below(6) : -1000);
  const kind = below(12);
  if (kind < 4) return ['push', below(channels), value, timeout()];
  if (kind < 8) return ['pop', below(channels), timeout()];
  if (kind === 8) return ['sleep', 1 + below(5)];
  if (kind === 9) return ['say'];
  if (kind === 10) return below(3) === 0 ? ['close', below(channels)] : ['cancel', below(scripts)];
  return script + 1 < scripts ? ['cancel', script + 1 + below(scripts - script - 1)] : ['say'];
}

function randomProgram(random: Random): ChannelProgram {
  const below = (n: number): number => Math.floor(random() * n);
  const channels = Array.from({ length: 1 + below(3) }, () => below(3));
  const count = 2 + below(6);
  let value = 0;
  const scripts: Step[][] = [];
  for (let script = 0; script < count; script++) {
    const steps: Step[] = [];
    for (let n = 1 + below(7); n > 0; n--) steps.push(randomStep(random, script, count, channels.length, ++value));
    scripts.push(steps);
  }
  // every script but the first one is started once, by one before it
  for (let script = 1; script < count; script++) {
    const parent = scripts[below(script)] as Step[];
    parent.splice(below(parent.length + 1), 0, ['go', script]);
  }
  return { channels, scripts };
}

test(`${PROGRAMS} random programs (SEED=${SEED})`, async () => {
  const random = seededRandom(SEED);
  for (let i = 0; i < PROGRAMS; i++) {
    const program = randomProgram(random);
    const json = JSON.stringify(program);
    const { out, err } = await runVirtual(`<?php $program = json_decode('${json}', true); ${INTERPRETER}`);
    const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('['));
    expect({ i, json, lines, err }).toEqual({ i, json, lines: runModel(program), err: '' });
  }
}, 120_000);
