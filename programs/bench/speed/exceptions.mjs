import { run } from './timer.mjs';

class RuntimeError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

function risky(i) {
  try {
    if (i % 3 === 0) throw new RuntimeError('no', i);
    return i;
  } finally {
    i++;
  }
}

run('exceptions', () => {
  let s = 0;
  for (let i = 0; i < 20000; i++) {
    try {
      s += risky(i);
    } catch (error) {
      s += error.code & 1;
    }
  }
  return s;
});
