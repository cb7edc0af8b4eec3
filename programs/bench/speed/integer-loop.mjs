import { run } from './timer.mjs';

run('integer-loop', () => {
  let s = 0;
  for (let i = 0; i < 1000000; i++) s = (s + i * 3) & 0xffffff;
  return s;
});
