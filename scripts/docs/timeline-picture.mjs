/** Who runs when, drawn from `run --trace=coro --trace-json`: a track for each machine, an arrow for each switch. */
import { escapeHtml } from './html.mjs';

const TRACK = 46;
const STEP = 92;
const LEFT = 70;

const where = (at) => (at === null ? '' : `${at.function}:${at.line} ${String(at.opline).padStart(4, '0')}`);

/** SVG from JSON lines. Time runs to the right, one column a switch; the clock stands below. */
export function timelinePicture(jsonLines) {
  const events = jsonLines
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((event) => event.event === 'switch');
  const names = [...new Set(events.flatMap((event) => [event.machine, event.to]))];
  const y = (name) => 24 + names.indexOf(name) * TRACK;
  const parts = names.map((name) => `<text x="0" y="${y(name) + 5}" font-weight="700">${escapeHtml(name)}</text>`);
  let clock = null;
  for (const [i, event] of events.entries()) {
    const from = LEFT + i * STEP;
    const to = from + STEP;
    parts.push(`<rect class="run" x="${from}" y="${y(event.machine) - 4}" width="${STEP}" height="8" rx="3"/>`);
    parts.push(
      `<path class="arrow" d="M ${to} ${y(event.machine)} L ${to} ${y(event.to)}" marker-end="url(#tip)"/>`,
      `<text class="dim" x="${from + 2}" y="${y(event.machine) - 9}" font-size="10">${escapeHtml(reason(event))}</text>`,
      `<text class="dim" x="${from + 2}" y="${y(event.machine) + 17}" font-size="9">${escapeHtml(where(event.at))}</text>`,
    );
    const seconds = (event.t / 1e6).toFixed(3);
    if (seconds !== clock)
      parts.push(`<text x="${from}" y="${y(names.at(-1)) + 44}" font-size="10">${seconds} s</text>`);
    clock = seconds;
  }
  const width = LEFT + events.length * STEP + 90;
  const height = names.length * TRACK + 40;
  const last = events.at(-1);
  if (last !== undefined) {
    parts.push(
      `<rect class="run" x="${LEFT + events.length * STEP}" y="${y(last.to) - 4}" width="40" height="8" rx="3"/>`,
    );
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="who runs when">`,
    '<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="currentColor"/></marker></defs>',
    ...parts,
    '</svg>',
  ].join('');
}

function reason(event) {
  if (event.why === 'end') return 'ends';
  if (event.why === 'yield') return `waits: ${event.waits}`;
  return `resumes ${event.to}`;
}
