/** The part of docs/performance.md about servers and clients, from docs/data/http.json (scripts/bench-http.mjs). */

function measured({ date, load }) {
  return ['', `Measured: ${date}; load of the machine ${load}.`, ''];
}

function sidesTable(topic) {
  const parts = [...measured(topic), '| what | side | requests/s | ratio | processor time, us | ratio |'];
  parts.push('|---|---|---:|---:|---:|---:|');
  for (const { name, sides } of topic.rows) {
    const [mine] = sides;
    for (const { side, perSecond, micros } of sides) {
      const isMine = side === mine.side;
      const ratios = isMine ? ['', ''] : [(mine.perSecond / perSecond).toFixed(2), (micros / mine.micros).toFixed(2)];
      const cells = [isMine ? name : '', side, perSecond.toFixed(0), ratios[0], micros.toFixed(0), ratios[1]];
      parts.push(`| ${cells.join(' | ')} |`);
    }
  }
  return parts;
}

function workersText(topic) {
  const { one, two, share, ratio } = topic.rows;
  const figures = `${one.toFixed(0)} us of processor time a request with one worker, ${two.toFixed(0)} us with two`;
  return [
    ...measured(topic),
    `Two workers on two processors of their own: ${ratio.toFixed(2)}x one worker, computed from processor time (${figures}; the busier worker does ${(50 / share).toFixed(0)} % of the work).`,
  ];
}

function clientsTable(topic, concurrent) {
  const parts = [
    ...measured(topic),
    `${concurrent} coroutines at the same time, each with a request that another process answers after 100 ms:`,
    '',
    '| side | all answered after, ms | processor time each, us | bytes of RSS each |',
    '|---|---:|---:|---:|',
  ];
  for (const { side, milliseconds, nanoseconds, bytes } of topic.rows) {
    parts.push(`| ${side} | ${milliseconds.toFixed(0)} | ${(nanoseconds / 1000).toFixed(0)} | ${bytes.toFixed(0)} |`);
  }
  return parts;
}

const WITHOUT_SWOOLE =
  'Real Swoole was not at hand for these runs. When it was (2026-11-21, the same machine), it took 18 to 20 us of processor time a request with keep-alive and 34 to 43 us with a connection each, and 240 us and 37 KB for each of the concurrent coroutines.';

/** Servers and clients. */
export function httpParts({ machine, command, concurrent, topics }) {
  const { hello, scheduler, workers, clients } = topics;
  return [
    '',
    '## Servers and clients',
    '',
    `Machine: ${machine}  `,
    `Command: \`${command}\``,
    '',
    'All sides in turn, client and server on the same machine. Rates are medians of the runs; the processor time is that of the server alone, the least of the runs. A ratio above 1 says that corovm does better.',
    ...(hello?.rows[0].sides.some(({ side }) => side === 'Swoole') ? [] : ['', WITHOUT_SWOOLE]),
    ...(hello === undefined ? [] : sidesTable(hello)),
    ...(scheduler === undefined ? [] : sidesTable(scheduler)),
    ...(workers === undefined ? [] : workersText(workers)),
    ...(clients === undefined ? [] : clientsTable(clients, concurrent)),
  ];
}
