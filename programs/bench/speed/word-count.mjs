import { run } from './timer.mjs';

run('word-count', () => {
  const text = 'the quick brown fox jumps over the lazy dog and runs away from the bear '.repeat(600);
  const count = new Map();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  const [word, times] = [...count].sort((a, b) => b[1] - a[1])[0];
  return `${word}${times}${count.size}`;
});
