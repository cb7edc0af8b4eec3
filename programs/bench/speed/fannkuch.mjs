import { run } from './timer.mjs';

function flips(q, p, n) {
  for (let i = 1; i < n; i++) q[i] = p[i];
  let q0 = p[0];
  let count = 1;
  while (true) {
    const qq = q[q0];
    if (qq === 0) return count;
    q[q0] = q0;
    if (q0 >= 3) {
      let i = 1;
      let j = q0 - 1;
      do {
        const t = q[i];
        q[i] = q[j];
        q[j] = t;
        i++;
        j--;
      } while (i < j);
    }
    q0 = qq;
    count++;
  }
}

run('fannkuch', () => {
  const n = 8;
  const p = Array.from({ length: n }, (_, i) => i);
  const q = [...p];
  const s = [...p];
  let sign = 1;
  let maxFlips = 0;
  let sum = 0;
  while (true) {
    if (p[0] !== 0) {
      const count = flips(q, p, n);
      sum += sign * count;
      if (count > maxFlips) maxFlips = count;
    }
    if (sign === 1) {
      const t = p[0];
      p[0] = p[1];
      p[1] = t;
      sign = -1;
    } else {
      let t = p[1];
      p[1] = p[2];
      p[2] = t;
      sign = 1;
      for (let i = 2; i < n; i++) {
        const sx = s[i];
        if (sx !== 0) {
          s[i] = sx - 1;
          break;
        }
        if (i === n - 1) return sum * 100 + maxFlips;
        s[i] = i;
        t = p[0];
        for (let j = 0; j <= i; j++) p[j] = p[j + 1];
        p[i + 1] = t;
      }
    }
  }
});
