import { run } from './timer.mjs';

function* numbers(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* odd(list) {
  for (const x of list) if (x & 1) yield x;
}

function* squares(list) {
  for (const x of list) yield x * x;
}

run('generators', () => {
  let s = 0;
  for (const x of squares(odd(numbers(60000)))) s = (s + x) % 1000003;
  return s;
});
