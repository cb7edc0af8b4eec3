/**
 * What every program here does with its `bench`, as the PHP programs do: the first run; at least twelve runs and a second to
 * warm up (or the milliseconds of the first argument); the best of at least eight in half that time.
 */
export function run(name, bench) {
  const warm = Number(process.argv[2] ?? 1000);
  const time = () => {
    const started = process.hrtime.bigint();
    const answer = bench();
    return { answer, ms: Number(process.hrtime.bigint() - started) / 1e6 };
  };
  const first = time();
  console.log(`${name}-first ${first.answer} ${first.ms.toFixed(3)}`);
  let until = performance.now() + warm;
  for (let i = 0; i < 12 || performance.now() < until; i++) bench();
  until = performance.now() + warm / 2;
  let best = Infinity;
  for (let i = 0; i < 8 || performance.now() < until; i++) {
    const { answer, ms } = time();
    if (answer !== first.answer) throw new Error('the answers differ');
    best = Math.min(best, ms);
  }
  console.log(`${name} ${first.answer} ${best.toFixed(3)}`);
}
