/**
 * `npm run bench -- http`: Swoole\Http\Server, hello world, one worker, beside bare node:http; both in turn under
 * ApacheBench (-c 100), with and without keep-alive. Two figures: requests per second, and the processor time that the
 * server spends on a request, which other work on the machine disturbs less. --runs=N (default 5), --requests=N (10000).
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLIENTS = 100;
/** Ticks of /proc/PID/stat in a second. */
const TICKS = 100;

const BARE = `require('node:http').createServer((request, response) => {
  response.setHeader('Content-Type', 'text/plain');
  response.end('Hello World\\n');
}).listen(0, '127.0.0.1', function () { console.log('Listening on 127.0.0.1:' + this.address().port); });`;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function start(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (bytes) => {
      output += bytes;
      const address = /Listening on (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve({ child, address });
    });
    child.on('exit', () => reject(new Error(`the server ended: ${output}`)));
  });
}

/** Seconds of processor time that a process has used. */
function processorTime(pid) {
  const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function load({ child, address }, options, requests) {
  const before = processorTime(child.pid);
  const args = ['-q', ...options, '-c', String(CLIENTS), '-n', String(requests), `http://${address}/`];
  const { stdout, status } = spawnSync('ab', args, { encoding: 'latin1' });
  if (status !== 0 || !/^Failed requests: +0$/m.test(stdout)) throw new Error(`ab failed:\n${stdout}`);
  return {
    perSecond: Number(/^Requests per second: +([\d.]+)/m.exec(stdout)[1]),
    micros: ((processorTime(child.pid) - before) / requests) * 1e6,
  };
}

export async function http(root, runs, requests) {
  const program = join(root, 'programs/bench/http/hello.php');
  const sides = {
    corovm: await start([join(root, 'bin/corovm.js'), 'run', program]),
    'node:http': await start(['-e', BARE]),
  };
  console.log(`${'Hello World, ab -c 100'.padEnd(24)} ${'side'.padEnd(10)} requests/s   processor time`);
  for (const [name, options] of [
    ['keep-alive', ['-k']],
    ['a connection each', []],
  ]) {
    const found = { corovm: [], 'node:http': [] };
    for (let i = 0; i <= runs; i++) {
      for (const [side, server] of Object.entries(sides)) {
        const one = load(server, options, requests);
        if (i > 0) found[side].push(one); // the first round warms up
      }
    }
    const figure = (side, what) => median(found[side].map((one) => one[what]));
    for (const side of Object.keys(sides)) {
      const micros = `${figure(side, 'micros').toFixed(0)} us`;
      console.log(
        `${name.padEnd(24)} ${side.padEnd(10)} ${figure(side, 'perSecond').toFixed(0).padStart(10)}   ${micros}`,
      );
    }
    const wall = figure('corovm', 'perSecond') / figure('node:http', 'perSecond');
    const cpu = figure('node:http', 'micros') / figure('corovm', 'micros');
    console.log(`${''.padEnd(24)} ratio      ${wall.toFixed(2).padStart(10)}   ${cpu.toFixed(2)}`);
  }
  for (const { child } of Object.values(sides)) child.removeAllListeners('exit').kill();
}
