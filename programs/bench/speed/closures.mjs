import { run } from './timer.mjs';

run('closures', () => {
  const k = 3;
  const add = (x) => x + k;
  const twice = (x) => add(add(x));
  let s = 0;
  for (let i = 0; i < 50000; i++) s += twice(i) & 15;
  const mapped = Array.from({ length: 20000 }, (_, i) => i + 1).map((x) => x * 2);
  return s + mapped.reduce((sum, x) => sum + x, 0);
});
