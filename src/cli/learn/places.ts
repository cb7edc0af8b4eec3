/** Where corovm itself lies: the course that comes with it, and the launcher that children run. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with bin/, programs/ and src/: the launcher's parent. */
export function packageRoot(): string {
  const launcher = process.argv[1];
  return launcher === undefined || !existsSync(launcher) ? process.cwd() : join(dirname(realpathSync(launcher)), '..');
}

/** The course that comes with corovm. */
export function ownCourse(): string {
  return join(packageRoot(), 'programs/exercises');
}
