import { run } from './timer.mjs';

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

run('calls', () => fib(25));
