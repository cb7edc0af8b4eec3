import { run } from './timer.mjs';

function matrix(n, seed) {
  const m = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) row.push((i * seed + j) % 10);
    m.push(row);
  }
  return m;
}

run('matrix', () => {
  const n = 60;
  const a = matrix(n, 3);
  const b = matrix(n, 7);
  const c = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i][k] * b[k][j];
      row[j] = sum;
    }
    c[i] = row;
  }
  let total = 0;
  for (const row of c) for (const x of row) total += x;
  return total;
});
