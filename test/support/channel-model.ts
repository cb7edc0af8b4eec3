/**
 * A small model of Swoole's coroutines and channels: resuming runs the resumed one at once, until it waits or ends; then the
 * resumer goes on. Everything else is timers, by time and then by age.
 */

/** `push CHANNEL VALUE MS`, `pop CHANNEL MS`, `sleep MS`, `close CHANNEL`, `go SCRIPT`, `say`, `cancel SCRIPT`. */
export type Step =
  | readonly ['push', number, number, number]
  | readonly ['pop', number, number]
  | readonly ['sleep', number]
  | readonly ['close', number]
  | readonly ['go', number]
  | readonly ['cancel', number]
  | readonly ['say'];

export interface ChannelProgram {
  /** Capacities; 0: unbuffered. */
  readonly channels: readonly number[];
  /** What each coroutine does; the first one is started. `go` starts only scripts behind the running one. */
  readonly scripts: readonly (readonly Step[])[];
}

type Ending = 'ok' | 'timeout' | 'cancelled';

interface Co {
  readonly script: number;
  at: number;
  /** What goes on when it is woken. */
  wake: ((ending: Ending) => void) | null;
  timer: Timer | null;
  waitsAt: Co[] | null;
}

interface Timer {
  readonly time: number;
  readonly age: number;
  readonly fire: () => void;
}

class ModelChannel {
  readonly capacity: number;
  readonly queue: number[] = [];
  readonly producers: Co[] = [];
  readonly consumers: Co[] = [];
  readonly offers: Map<Co, number> = new Map();
  closed = false;
  constructor(capacity: number) {
    this.capacity = capacity;
  }
}

class Model {
  readonly log: string[] = [];
  private readonly program: ChannelProgram;
  private readonly channels: ModelChannel[];
  private readonly alive: Map<number, Co> = new Map();
  private timers: Timer[] = [];
  private now = 0;
  private age = 0;

  constructor(program: ChannelProgram) {
    this.program = program;
    this.channels = program.channels.map((capacity) => new ModelChannel(capacity));
  }

  run(): void {
    this.start(0);
    for (;;) {
      this.timers.sort((a, b) => a.time - b.time || a.age - b.age);
      const next = this.timers.shift();
      if (next === undefined) break;
      this.now = next.time;
      next.fire();
    }
    this.log.push(`left ${this.alive.size}`);
  }

  private start(script: number): void {
    const co: Co = { script, at: 0, wake: null, timer: null, waitsAt: null };
    this.alive.set(script, co);
    this.goOn(co);
  }

  /** Runs until it waits or ends. */
  private goOn(co: Co): void {
    const steps = this.program.scripts[co.script] ?? [];
    while (co.wake === null) {
      const step = steps[co.at++];
      if (step === undefined) {
        this.say(co, 'end');
        this.alive.delete(co.script);
        return;
      }
      this.step(co, step);
    }
  }

  private say(co: Co, text: string): void {
    this.log.push(`${co.script} ${text}`);
  }

  /** Waits up to `ms`; `then` runs when it is woken, and the coroutine goes on behind it. */
  private wait(co: Co, queue: Co[] | null, ms: number, then: (ending: Ending) => void): void {
    queue?.push(co);
    co.waitsAt = queue;
    if (ms > 0) {
      const timer: Timer = { time: this.now + ms, age: this.age++, fire: () => this.wakeUp(co, 'timeout') };
      co.timer = timer;
      this.timers.push(timer);
    }
    co.wake = then;
  }

  private wakeUp(co: Co, ending: Ending): void {
    const { wake, timer, waitsAt } = co;
    if (wake === null) return;
    co.wake = null;
    co.timer = null;
    co.waitsAt = null;
    this.timers = this.timers.filter((one) => one !== timer);
    if (waitsAt?.includes(co)) waitsAt.splice(waitsAt.indexOf(co), 1);
    wake(ending);
    this.goOn(co);
  }

  private step(co: Co, step: Step): void {
    switch (step[0]) {
      case 'say':
        return this.say(co, 'says');
      case 'sleep':
        return this.wait(co, null, step[1], (ending) =>
          this.say(co, `slept ${ending === 'cancelled' ? 'badly' : 'well'}`),
        );
      case 'go':
        return this.start(step[1]);
      case 'close': {
        const channel = this.channels[step[1]] as ModelChannel;
        const was = channel.closed;
        channel.closed = true;
        for (const queue of [channel.producers, channel.consumers]) {
          for (let next = queue.shift(); next !== undefined; next = queue.shift()) this.wakeUp(next, 'ok');
        }
        return this.say(co, `close ${!was}`);
      }
      case 'cancel': {
        const other = this.alive.get(step[1]);
        if (other === undefined || other.wake === null) return this.say(co, 'cancel false');
        this.wakeUp(other, 'cancelled');
        return this.say(co, 'cancel true');
      }
      case 'push':
        return this.push(co, this.channels[step[1]] as ModelChannel, step[2], step[3]);
      case 'pop':
        return this.pop(co, this.channels[step[1]] as ModelChannel, step[2]);
    }
  }

  private push(co: Co, channel: ModelChannel, value: number, ms: number): void {
    const fail = (code: number): void => this.say(co, `push ${code}`);
    const put = (): void => {
      channel.queue.push(value);
      const consumer = channel.consumers.shift();
      if (consumer !== undefined) this.wakeUp(consumer, 'ok');
      this.say(co, 'push ok');
    };
    if (channel.closed) return fail(-2);
    const handsOver = channel.capacity === 0;
    const room = handsOver
      ? channel.consumers.length > 0
      : channel.queue.length < channel.capacity && channel.producers.length === 0;
    if (room) return put();
    if (handsOver) channel.offers.set(co, value);
    this.wait(co, channel.producers, ms, (ending) => {
      const taken = handsOver && !channel.offers.delete(co);
      if (taken) return this.say(co, 'push ok');
      if (ending !== 'ok') return fail(ending === 'timeout' ? -1 : -3);
      if (channel.closed) return fail(-2);
      put();
    });
  }

  private pop(co: Co, channel: ModelChannel, ms: number): void {
    const has = (): boolean => channel.queue.length > 0 || (channel.capacity === 0 && channel.producers.length > 0);
    const fail = (code: number): void => this.say(co, `pop ${code}`);
    const take = (): void => {
      if (!has()) return fail(-2);
      let value = channel.queue.shift();
      if (channel.capacity > 0 || value === undefined) {
        const producer = channel.producers.shift();
        if (producer !== undefined) {
          if (value === undefined) {
            value = channel.offers.get(producer);
            channel.offers.delete(producer);
          }
          this.wakeUp(producer, 'ok');
        }
      }
      this.say(co, `pop = ${value}`);
    };
    if (channel.closed && !has()) return fail(-2);
    if (has() && channel.consumers.length === 0) return take();
    this.wait(co, channel.consumers, ms, (ending) => {
      if (ending !== 'ok') return fail(ending === 'timeout' ? -1 : -3);
      take();
    });
  }
}

/** What the program prints, a line each. */
export function runModel(program: ChannelProgram): string[] {
  const model = new Model(program);
  model.run();
  return model.log;
}
