/** The part of docs/performance.md about servers and clients, from docs/data/http.json (scripts/bench-http.mjs). */

/** Servers and clients. */
export function httpParts({ date, machine, command, concurrent, hello, scheduler, workers, clients }) {
  const parts = ['', '## Servers and clients', '', `Measured: ${date}, ${machine}  `, `Command: \`${command}\``, ''];
  parts.push(
    'Both sides in turn. Rates are medians; the processor time is the least of the runs, that of the server only.',
    '',
  );
  parts.push('| what | side | requests/s | ratio | processor time, us | ratio |', '|---|---|---:|---:|---:|---:|');
  for (const { name, sides } of [...hello, ...scheduler]) {
    const [mine] = sides;
    for (const { side, perSecond, micros } of sides) {
      const isMine = side === mine.side;
      const ratios = isMine ? ['', ''] : [(mine.perSecond / perSecond).toFixed(2), (mine.micros / micros).toFixed(2)];
      parts.push(
        `| ${isMine ? name : ''} | ${side} | ${perSecond.toFixed(0)} | ${ratios[0]} | ${micros.toFixed(0)} | ${ratios[1]} |`,
      );
    }
  }
  if (workers !== null) {
    const { one, two, share, ratio } = workers;
    const figures = `${one.toFixed(0)} us of processor time a request with one worker, ${two.toFixed(0)} us with two`;
    parts.push(
      '',
      `Two workers on two processors of their own: ${ratio.toFixed(2)}x one worker (${figures}; the busier one does ${(50 / share).toFixed(0)} % of the work).`,
    );
  }
  parts.push('', `${concurrent} coroutines at the same time, each with a request that is answered after 100 ms:`, '');
  parts.push('| side | all answered after, ms | processor time each, us | bytes of RSS each |', '|---|---:|---:|---:|');
  for (const { side, milliseconds, nanoseconds, bytes } of clients) {
    parts.push(`| ${side} | ${milliseconds.toFixed(0)} | ${(nanoseconds / 1000).toFixed(0)} | ${bytes.toFixed(0)} |`);
  }
  return parts;
}
