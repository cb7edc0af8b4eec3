import { run } from './timer.mjs';

function a(i, j) {
  return 1.0 / ((((i + j) * (i + j + 1)) >> 1) + i + 1);
}

function multiply(n, v, transposed) {
  const out = [];
  for (let i = 0; i < n; i++) {
    let sum = 0.0;
    for (let j = 0; j < n; j++) sum += (transposed ? a(j, i) : a(i, j)) * v[j];
    out.push(sum);
  }
  return out;
}

run('spectral-norm', () => {
  const n = 60;
  let u = new Array(n).fill(1.0);
  let v = u;
  for (let i = 0; i < 6; i++) {
    v = multiply(n, multiply(n, u, false), true);
    u = multiply(n, multiply(n, v, false), true);
  }
  let vBv = 0.0;
  let vv = 0.0;
  for (let i = 0; i < n; i++) {
    vBv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.sqrt(vBv / vv).toFixed(9);
});
