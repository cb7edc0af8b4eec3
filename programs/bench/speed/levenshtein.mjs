import { run } from './timer.mjs';

function distance(a, b) {
  const n = a.length;
  const m = b.length;
  let prev = Array.from({ length: m + 1 }, (_, i) => i);
  for (let i = 1; i <= n; i++) {
    const cur = [i];
    const c = a[i - 1];
    for (let j = 1; j <= m; j++) {
      const cost = c === b[j - 1] ? 0 : 1;
      cur[j] = Math.min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + cost);
    }
    prev = cur;
  }
  return prev[m];
}

run('levenshtein', () => distance('kitten sitting '.repeat(14), 'sitting kitten '.repeat(14)));
