import { run } from './timer.mjs';

class Util {
  static STEP = 3;
  static calls = 0;

  static clamp(x, lo, hi) {
    Util.calls++;
    return x < lo ? lo : x > hi ? hi : x;
  }

  static next(x) {
    return Util.clamp(x + Util.STEP, 0, 1000);
  }
}

run('static-calls', () => {
  let s = 0;
  let x = 0;
  for (let i = 0; i < 80000; i++) {
    x = Util.next(x);
    if (x === 1000) x = 0;
    s += x;
  }
  return s;
});
