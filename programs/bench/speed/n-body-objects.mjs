import { run } from './timer.mjs';

class Body {
  constructor(x, y, vx, vy, mass) {
    this.x = x;
    this.y = y;
    this.vx = vx;
    this.vy = vy;
    this.mass = mass;
  }
}

function step(bodies) {
  for (const [i, a] of bodies.entries()) {
    for (let j = i + 1; j < 4; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const d2 = dx * dx + dy * dy;
      const mag = 0.001 / (d2 * Math.sqrt(d2));
      a.vx -= dx * b.mass * mag;
      a.vy -= dy * b.mass * mag;
      b.vx += dx * a.mass * mag;
      b.vy += dy * a.mass * mag;
    }
  }
  for (const b of bodies) {
    b.x += 0.001 * b.vx;
    b.y += 0.001 * b.vy;
  }
}

run('n-body-objects', () => {
  const bodies = [
    new Body(0.0, 0.0, 0.0, 0.0, 39.47),
    new Body(4.84, -1.16, 0.606, 2.81, 0.037),
    new Body(8.34, 4.12, -1.01, 1.82, 0.011),
    new Body(12.89, -15.11, 1.08, 0.868, 0.0017),
  ];
  for (let i = 0; i < 3000; i++) step(bodies);
  return (bodies[0].x + bodies[3].y).toFixed(9);
});
