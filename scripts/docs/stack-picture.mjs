/** The vm_stacks of a program at one opline, drawn from the debugger's state. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeHtml } from './html.mjs';

const ROW = 20;
const WIDTH = 330;
const GAP = 24;
const OFFSETS = 52;
const MOST_TEXT = 36;

const clip = (text) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text);

/** The last state of each machine up to `position` oplines, the running one last seen. */
async function statesAt(root, program, position) {
  const { createEngine, createNodeHost, createVirtualTimeHost } = await import(
    pathToFileURL(join(root, 'dist/index.js')).href
  );
  const host = createNodeHost();
  const d = createEngine({ host }).debug(join(root, program), { lang: 'en', args: [], clock: createVirtualTimeHost });
  if (d === null) throw new Error(`${program} cannot be read`);
  const states = new Map();
  for (let at = 0; at <= position; at++) {
    if (!d.session.goTo(at)) break;
    const { state } = d.session.moment;
    if (!state.ended) states.set(state.machine, state);
  }
  return { states, now: d.session.moment.state };
}

function machineColumn(name, state, running, x, before) {
  const known = running.machines.find((one) => one.name === name);
  const isRunning = name === running.machine;
  const doing = isRunning ? 'running' : known?.waitsFor ? `waits for ${known.waitsFor}` : 'set aside';
  const rows = state.slots.map((slot, i) => {
    const y = 30 + i * ROW;
    const current = isRunning && slot.header && slot.offset === currentOffset(state);
    const changed = before !== null && isRunning && isNew(slot, before);
    const kind = current ? 'hot' : changed ? 'new' : slot.header ? 'head' : 'box';
    const text = slot.header ? `${slot.label}  ${slot.value}` : `${slot.label} = ${slot.value}`;
    return [
      `<text class="dim" x="${x}" y="${y + 14}">+${slot.offset}</text>`,
      `<rect class="${kind}" x="${x + OFFSETS}" y="${y}" width="${WIDTH - OFFSETS}" height="${ROW}"/>`,
      `<text x="${x + OFFSETS + (slot.header ? 6 : 18)}" y="${y + 14}">${escapeHtml(clip(text))}</text>`,
    ].join('');
  });
  const end = 30 + state.slots.length * ROW;
  return {
    height: end + 26,
    svg: [
      `<text x="${x + OFFSETS}" y="18" font-weight="700">${escapeHtml(name)}</text>`,
      `<text class="dim" x="${x + OFFSETS + 9 + name.length * 8}" y="18">${escapeHtml(doing)}</text>`,
      ...rows,
      `<text class="dim" x="${x}" y="${end + 14}">+${state.top}</text>`,
      `<text class="dim" x="${x + OFFSETS + 6}" y="${end + 14}">← top (the page ends at +${state.end})</text>`,
    ].join(''),
  };
}

const currentOffset = (state) => Number(/\+(\d+)/.exec(state.frames[0]?.place ?? '')?.[1] ?? -1);

function isNew(slot, before) {
  const old = before.slots.find((one) => one.offset === slot.offset);
  return !slot.header && (old === undefined || old.value !== slot.value || old.label !== slot.label);
}

/** SVG: a column for each machine. Yellow: the frame that runs; green: what the last opline has changed. */
export async function stackPicture(root, program, position) {
  const { states, now } = await statesAt(root, program, position);
  const before =
    position === 0 ? null : ((await statesAt(root, program, position - 1)).states.get(now.machine) ?? null);
  const alive = [...states].filter(([name]) => name === now.machine || now.machines.some((one) => one.name === name));
  const columns = alive.map(([name, state], i) => machineColumn(name, state, now, i * (WIDTH + GAP), before));
  const height = Math.max(...columns.map((one) => one.height)) + 22;
  const width = columns.length * (WIDTH + GAP);
  const frame = now.frames[0];
  const next = frame === undefined ? 'the program has ended' : `next: ${frame.name}:${frame.line}  ${frame.text}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeHtml(next)}">`,
    ...columns.map((one) => one.svg),
    `<text x="0" y="${height - 8}">${escapeHtml(next)}</text>`,
    '</svg>',
  ].join('');
}
