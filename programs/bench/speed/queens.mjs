import { run } from './timer.mjs';

function place(n, row, cols, left, right) {
  if (row === n) return 1;
  let count = 0;
  for (let c = 0; c < n; c++) {
    const bit = 1 << c;
    if ((cols | left | right) & bit) continue;
    count += place(n, row + 1, cols | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return count;
}

run('queens', () => place(8, 0, 0, 0, 0));
