import { run } from './timer.mjs';

class Counter {
  #n = 0;
  last = 0;

  add(x) {
    this.#n += x;
    this.last = x;
    return this;
  }

  get() {
    return this.#n;
  }
}

run('objects', () => {
  const c = new Counter();
  for (let i = 0; i < 200000; i++) {
    c.add(i & 7);
    if (c.get() > 1000000) c.add(-1000000);
  }
  return c.get() + c.last;
});
