import { run } from './timer.mjs';

function energy(bodies) {
  let e = 0.0;
  const n = bodies.length;
  for (let i = 0; i < n; i++) {
    const b = bodies[i];
    e += 0.5 * b[6] * (b[3] * b[3] + b[4] * b[4] + b[5] * b[5]);
    for (let j = i + 1; j < n; j++) {
      const c = bodies[j];
      const dx = b[0] - c[0];
      const dy = b[1] - c[1];
      const dz = b[2] - c[2];
      e -= (b[6] * c[6]) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}

function step(bodies, n) {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const dx = bodies[i][0] - bodies[j][0];
      const dy = bodies[i][1] - bodies[j][1];
      const dz = bodies[i][2] - bodies[j][2];
      const d2 = dx * dx + dy * dy + dz * dz;
      const mag = 0.001 / (d2 * Math.sqrt(d2));
      const mi = bodies[i][6] * mag;
      const mj = bodies[j][6] * mag;
      bodies[i][3] -= dx * mj;
      bodies[i][4] -= dy * mj;
      bodies[i][5] -= dz * mj;
      bodies[j][3] += dx * mi;
      bodies[j][4] += dy * mi;
      bodies[j][5] += dz * mi;
    }
  }
  for (let i = 0; i < n; i++) {
    bodies[i][0] += 0.001 * bodies[i][3];
    bodies[i][1] += 0.001 * bodies[i][4];
    bodies[i][2] += 0.001 * bodies[i][5];
  }
}

run('n-body', () => {
  const bodies = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47],
    [4.84, -1.16, -0.1, 0.606, 2.81, -0.02, 0.037],
    [8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011],
    [12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017],
    [15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002],
  ];
  for (let i = 0; i < 2000; i++) step(bodies, 5);
  return energy(bodies).toFixed(9);
});
