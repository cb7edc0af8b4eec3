import { run } from './timer.mjs';

run('hash-arrays', () => {
  const a = new Map();
  for (let i = 0; i < 30000; i++) {
    a.set(`k${i % 1000}`, i);
    a.set(((i * 7) % 5000) + 100000, i);
  }
  let s = 0;
  for (const [k, v] of a) s += typeof k === 'number' ? v : k.length;
  for (let i = 0; i < 30000; i++) if (a.has(`k${i % 2000}`)) s++;
  return s;
});
