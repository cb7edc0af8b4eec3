/** Servers for `npm run bench -- http` and the loads they are put under. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export const CLIENTS = 100;
/** Ticks of /proc/PID/stat in a second. */
const TICKS = 100;

/** A server, once it has said `Listening on HOST:PORT`. */
export function start(command) {
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
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

export function stop({ child }) {
  child.removeAllListeners('exit').kill();
}

/** Fields of /proc/PID/stat behind the name. */
function stat(pid) {
  const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/** Seconds of processor time that a process has used. */
export function processorTime(pid) {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The processes that a process has made. */
export function childrenOf(pid) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((one) => {
    try {
      return Number(stat(one)[1]) === pid;
    } catch {
      return false; // it has ended meanwhile
    }
  });
}

function ab(address, options, requests) {
  const args = ['-q', ...options, '-c', String(CLIENTS), '-n', String(requests), `http://${address}/`];
  const { stdout, status } = spawnSync('ab', args, { encoding: 'latin1' });
  if (status !== 0 || !/^Failed requests: +0$/m.test(stdout)) throw new Error(`ab failed:\n${stdout}`);
  const kept = Number(/^Keep-Alive requests: +(\d+)/m.exec(stdout)?.[1] ?? 0);
  if (options.includes('-k') && kept < requests * 0.9) throw new Error(`only ${kept} requests were kept alive`);
  return { requests, perSecond: Number(/^Requests per second: +([\d.]+)/m.exec(stdout)[1]) };
}

function wrk(address, options, seconds) {
  const args = [
    '-t1',
    '--timeout',
    '30s',
    '-c',
    String(CLIENTS),
    '-d',
    `${seconds}s`,
    ...options,
    `http://${address}/`,
  ];
  const { stdout, status } = spawnSync('wrk', args, { encoding: 'latin1' });
  if (status !== 0 || /Non-2xx|Socket errors: .*timeout [1-9]/.test(stdout)) throw new Error(`wrk failed:\n${stdout}`);
  const requests = Number(/(\d+) requests in/.exec(stdout)[1]);
  return { requests, perSecond: Number(/^Requests\/sec: +([\d.]+)/m.exec(stdout)[1]) };
}

/**
 * Puts a server under load: requests per second, and microseconds of processor time a request, of each process.
 * @param pids the processes whose time is counted
 */
export function load(address, pids, { tool, options, amount }) {
  const before = pids.map(processorTime);
  const found = (tool === 'ab' ? ab : wrk)(address, options, amount);
  const used = pids.map((pid, i) => ((processorTime(pid) - before[i]) / found.requests) * 1e6);
  return { perSecond: found.perSecond, micros: used.reduce((a, b) => a + b, 0), used };
}

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs every side in turn, `runs` times behind a round that warms up; per side the median rate and the least time. */
export function interleaved(sides, runs, way, warmUps = 2) {
  const found = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let i = -warmUps; i < runs; i++) {
    for (const [side, server] of Object.entries(sides)) {
      const one = load(server.address, server.pids ?? [server.child.pid], way);
      if (i >= 0) found[side].push(one);
    }
  }
  return Object.entries(found).map(([side, list]) => ({
    side,
    perSecond: median(list.map((one) => one.perSecond)),
    micros: Math.min(...list.map((one) => one.micros)),
    runs: list,
  }));
}
