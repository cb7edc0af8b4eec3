import { run } from './timer.mjs';

run('sieve', () => {
  const n = 200000;
  const flags = new Array(n + 1).fill(true);
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (flags[i]) {
      count++;
      for (let k = i + i; k <= n; k += i) flags[k] = false;
    }
  }
  return count;
});
