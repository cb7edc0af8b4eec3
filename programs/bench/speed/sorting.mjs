import { run } from './timer.mjs';

function quicksort(a, lo, hi) {
  while (lo < hi) {
    const p = a[(lo + hi) >> 1];
    let i = lo;
    let j = hi;
    while (i <= j) {
      while (a[i] < p) i++;
      while (a[j] > p) j--;
      if (i <= j) {
        const t = a[i];
        a[i] = a[j];
        a[j] = t;
        i++;
        j--;
      }
    }
    if (j - lo < hi - i) {
      quicksort(a, lo, j);
      lo = i;
    } else {
      quicksort(a, i, hi);
      hi = j;
    }
  }
}

run('sorting', () => {
  const a = [];
  let x = 42;
  for (let i = 0; i < 15000; i++) {
    // Beyond 53 bits: the low 31 bits of the product are what counts.
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    a.push(x % 100000);
  }
  const b = [...a];
  quicksort(a, 0, a.length - 1);
  b.sort((l, r) => l - r);
  return (a.every((value, i) => value === b[i]) ? 'same' : 'different') + a[7500];
});
