import { run } from './timer.mjs';

run('mandelbrot', () => {
  let inside = 0;
  for (let py = 0; py < 60; py++) {
    for (let px = 0; px < 60; px++) {
      const cr = px / 30.0 - 1.5;
      const ci = py / 30.0 - 1.0;
      let zr = 0.0;
      let zi = 0.0;
      let i = 0;
      while (zr * zr + zi * zi < 4.0 && i < 100) {
        const t = zr * zr - zi * zi + cr;
        zi = 2.0 * zr * zi + ci;
        zr = t;
        i++;
      }
      inside += i;
    }
  }
  return inside;
});
