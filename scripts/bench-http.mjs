/**
 * `npm run bench -- http`: servers and clients, both sides in turn in one run. Two figures: requests per second, and the
 * processor time that the server spends on a request, which other work on the machine disturbs less.
 *   --runs=N (default 5), --requests=N (10000), --seconds=N of wrk (3), --print writes no file,
 *   --swoole=EXTENSIONS real Swoole as another side: what PHP loads, a list with commas
 * Writes docs/data/http.json (npm run generate makes the page).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf, interleaved, median, start, stop } from './http-load.mjs';

/** The length is given: without it node:http does not keep ab's connections (HTTP/1.0) alive. */
const BARE = `require('node:http').createServer((request, response) => {
  response.setHeader('Content-Type', 'text/plain');
  response.setHeader('Content-Length', 12);
  response.end('Hello World\\n');
}).listen(0, '127.0.0.1', function () { console.log('Listening on 127.0.0.1:' + this.address().port); });`;

/** Answers after 100 ms, at so many ports that no system's queue of connections overflows. */
const SLOW = `const { createServer } = require('node:http');
const servers = [1, 2, 3, 4].map(() => createServer((request, response) => {
  setTimeout(() => response.end('Hello World\\n'), 100);
}).listen({ port: 0, host: '127.0.0.1', backlog: 4096 }));
servers[3].on('listening', () => console.log('Listening on 127.0.0.1:' + servers.map((one) => one.address().port)));`;

/** What programs/bench/http/clients.php does, with node:http's client: as fast as Node's own code can be. */
const BARE_CLIENTS = `const { get } = require('node:http');
const ports = process.argv[1].split(',').map(Number), n = Number(process.argv[2]);
const request = (port, done) => get({ host: '127.0.0.1', port, agent: false }, (response) => {
  let body = '';
  response.setEncoding('latin1').on('data', (part) => { body += part; }).on('end', () => done(body === 'Hello World\\n'));
});
request(ports[0], () => {
  const rss = process.memoryUsage.rss(), cpu = process.cpuUsage(), start = performance.now();
  let answered = 0, over = 0;
  const done = (good) => {
    answered += Number(good);
    if (++over < n) return;
    const used = process.cpuUsage(cpu);
    console.log(answered, performance.now() - start, grown / n, ((used.user + used.system) * 1000) / n);
    process.exit();
  };
  for (let i = 0; i < n; i++) request(ports[i % ports.length], done);
  const grown = process.memoryUsage.rss() - rss;
});`;

const HELLO_TWO = `<?php
$server = new Swoole\\Http\\Server('127.0.0.1', 0);
$server->set(['worker_num' => 2]);
$server->on('start', function ($server) { echo "Listening on {$server->host}:{$server->port}\\n"; });
$server->on('request', function ($request, $response) {
    $response->header('Content-Type', 'text/plain');
    $response->end("Hello World\\n");
});
$server->start();
`;

/** Coroutines that do a request at the same time. */
const CONCURRENT = 10_000;

const say = (cells) =>
  console.log(cells.map((cell, i) => String(cell).padEnd([44, 12, 12, 18, 10][i] ?? 12)).join(' '));

function tell(name, sides) {
  for (const { side, perSecond, micros } of sides) say([name, side, perSecond.toFixed(0), `${micros.toFixed(0)} us`]);
  const [mine, ...others] = sides;
  for (const other of others) {
    const wall = (mine.perSecond / other.perSecond).toFixed(2);
    say(['', `/ ${other.side}`, `${wall}x`, `${(other.micros / mine.micros).toFixed(2)}x`]);
  }
}

const plain = (sides) => sides.map(({ side, perSecond, micros }) => ({ side, perSecond, micros }));

/** Hello World beside node:http, and beside Swoole if it is there. */
async function hello(context) {
  const { root, corovm, swoole, runs, requests, seconds } = context;
  const program = join(root, 'programs/bench/http/hello.php');
  const sides = {
    corovm: await start([...corovm, program]),
    'node:http': await start([process.execPath, '-e', BARE]),
    ...(swoole === null ? {} : { Swoole: await start([...swoole, program]) }),
  };
  const rows = [];
  for (const [name, tool, options, amount] of [
    ['keep-alive, wrk -c 100', 'wrk', [], seconds],
    ['keep-alive, ab -k -c 100', 'ab', ['-k'], requests],
    ['a connection each, wrk -c 100', 'wrk', ['-H', 'Connection: close'], seconds],
    ['a connection each, ab -c 100', 'ab', [], requests],
  ]) {
    const found = interleaved(sides, runs, { tool, options, amount });
    tell(name, found);
    rows.push({ name, sides: plain(found) });
  }
  for (const server of Object.values(sides)) stop(server);
  return rows;
}

/** The server of generators beside real PHP with the same file. */
async function scheduler({ root, corovm, php, runs, requests }) {
  const program = join(root, 'programs/server/scheduler-server.php');
  const sides = {
    corovm: await start([...corovm, program, '0']),
    'PHP 8.2': await start([...php, program, '0']),
  };
  const found = interleaved(sides, runs, { tool: 'ab', options: [], amount: requests });
  const name = 'scheduler-server.php, ab -c 100';
  tell(name, found);
  for (const server of Object.values(sides)) stop(server);
  return [{ name, sides: plain(found) }];
}

/**
 * Two workers beside one. The clients and the workers share the machine's processors, so the rate says nothing: what two
 * processors of their own would give is computed from the processor time of a request and from how evenly the workers
 * share the requests.
 */
async function workers({ root, corovm, runs, requests }) {
  const folder = mkdtempSync(join(tmpdir(), 'corovm-bench-'));
  const two = join(folder, 'two.php');
  writeFileSync(two, HELLO_TWO);
  const one = await start([...corovm, join(root, 'programs/bench/http/hello.php')]);
  const pair = await start([...corovm, two]);
  const sides = { one, two: { ...pair, pids: childrenOf(pair.child.pid) } };
  const found = interleaved(sides, runs, { tool: 'ab', options: [], amount: requests }, 3);
  const [single, double] = found;
  const share = median(double.runs.map(({ used, micros }) => micros / 2 / Math.max(...used)));
  const ratio = (2 * single.micros * share) / double.micros;
  say(['two workers', 'one', single.perSecond.toFixed(0), `${single.micros.toFixed(0)} us`]);
  say(['', 'two', double.perSecond.toFixed(0), `${double.micros.toFixed(0)} us`, `share ${share.toFixed(2)}`]);
  say(['', 'ratio', '', `${ratio.toFixed(2)}x`]);
  stop(one);
  stop(pair);
  rmSync(folder, { recursive: true });
  return { one: single.micros, two: double.micros, share, ratio };
}

/** Coroutines with a request each to a server in another process. */
async function clients({ root, corovm, swoole, runs }) {
  const server = await start([process.execPath, '-e', SLOW]);
  const program = [join(root, 'programs/bench/http/clients.php')];
  const ports = server.address.split(':')[1];
  const rows = [];
  for (const [side, command] of [
    ['corovm', [...corovm, ...program]],
    ['node:http', [process.execPath, '-e', BARE_CLIENTS]],
    ['Swoole', swoole === null ? null : [...swoole, ...program]],
  ]) {
    if (command === null) continue;
    const found = [];
    for (let i = 0; i < runs; i++) {
      const { stdout } = spawnSync(command[0], [...command.slice(1), ports, String(CONCURRENT)], {
        encoding: 'latin1',
      });
      const [answered, milliseconds, bytes, nanoseconds] = stdout.trim().split(' ').map(Number);
      if (answered !== CONCURRENT)
        throw new Error(`${side}: ${answered} of ${CONCURRENT} requests were answered: ${stdout}`);
      found.push({ milliseconds, bytes, nanoseconds });
    }
    const least = (what) => Math.min(...found.map((one) => one[what]));
    const row = {
      side,
      milliseconds: least('milliseconds'),
      bytes: median(found.map((one) => one.bytes)),
      nanoseconds: least('nanoseconds'),
    };
    say([
      `${CONCURRENT} coroutines, a request each`,
      side,
      `${row.milliseconds.toFixed(0)} ms`,
      `${(row.nanoseconds / 1000).toFixed(0)} us`,
      `${row.bytes.toFixed(0)} bytes`,
    ]);
    rows.push(row);
  }
  stop(server);
  return rows;
}

const TOPICS = { hello, scheduler, workers, clients };

/** Measures the topics that are asked for (all: none is named) and replaces them in docs/data/http.json. */
export async function http(context) {
  say(['what', 'side', 'requests/s', 'processor time', '']);
  const file = join(context.root, 'docs/data/http.json');
  const topics = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).topics : {};
  for (const [name, measure] of Object.entries(TOPICS)) {
    if (context.only.length > 0 && !context.only.includes(name)) continue;
    const before = loadavg()[0];
    const rows = await measure(context);
    const load = `${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} behind`;
    console.log(`load: ${load}`);
    topics[name] = { date: new Date().toISOString().slice(0, 10), load, rows };
  }
  if (!context.write) return;
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} processors, Node ${process.versions.node}`;
  const data = { machine, command: 'npm run bench -- http', concurrent: CONCURRENT, topics };
  writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
}
