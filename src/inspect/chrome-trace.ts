/**
 * `run --trace-out=FILE`: a trace that chrome://tracing and ui.perfetto.dev show. Every coroutine is a track, every call a
 * bar on it, every wake-up an arrow from whoever resumed to the one that was resumed.
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (Trace Event Format)
 */
import type { TraceEvent, TraceSink } from './trace.ts';

/** The least time between two events: with a clock that stands still they keep their order. */
const STEP_MICROS = 0.001;
const DIGITS = 4;

/** A sink that writes the parts of a JSON array; `finish` closes it. */
export function chromeTrace(write: (text: string) => void): { readonly sink: TraceSink; readonly finish: () => void } {
  const tracks = new Map<string, number>();
  let clock = 0;
  let wakes = 0;
  let first = true;
  const put = (event: Record<string, unknown>): void => {
    const text = JSON.stringify({ pid: 1, ...event });
    write(`${first ? '[\n' : ',\n'}${text.replace(/[\u0080-\uffff]/g, '?')}`);
    first = false;
  };
  const track = (machine: string): number => {
    let tid = tracks.get(machine);
    if (tid === undefined) {
      tid = tracks.size;
      tracks.set(machine, tid);
      put({ ph: 'M', name: 'thread_name', tid, args: { name: machine } });
      put({ ph: 'M', name: 'thread_sort_index', tid, args: { sort_index: tid } });
    }
    return tid;
  };
  const sink: TraceSink = (micros, machine, event) => {
    clock = Math.max(clock + STEP_MICROS, micros);
    const tid = track(machine);
    const ts = Number(clock.toFixed(DIGITS));
    for (const one of chromeEvents(event, ts, tid, track, () => ++wakes)) put(one);
  };
  return { sink, finish: () => write(first ? '[]\n' : '\n]\n') };
}

function chromeEvents(
  event: TraceEvent,
  ts: number,
  tid: number,
  track: (machine: string) => number,
  nextWake: () => number,
): Record<string, unknown>[] {
  switch (event.event) {
    case 'enter':
      return [
        {
          ph: 'B',
          ts,
          tid,
          name: event.function,
          args: { bytes: event.bytes, page: event.page, offset: event.offset },
        },
      ];
    case 'leave':
      return [{ ph: 'E', ts, tid }];
    case 'create':
      return [{ ph: 'i', ts, tid, s: 't', name: `creates ${event.created}` }];
    case 'switch': {
      const name =
        event.why === 'resume' ? `resumes ${event.to}` : event.why === 'end' ? 'ends' : `waits for ${event.waits}`;
      const instant = { ph: 'i', ts, tid, s: 't', name, args: { at: event.at } };
      if (event.why !== 'resume') return [instant];
      const id = nextWake();
      return [
        instant,
        { ph: 's', ts, tid, id, cat: 'wake', name: 'wake' },
        {
          ph: 'f',
          bp: 'e',
          ts: Number((ts + STEP_MICROS / 2).toFixed(DIGITS)),
          tid: track(event.to),
          id,
          cat: 'wake',
          name: 'wake',
        },
      ];
    }
    case 'opline':
      return [];
  }
}
