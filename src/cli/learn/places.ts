/** Where corovm itself lies: the course that comes with it, and the launcher that children run. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

const COURSE = 'programs/exercises';

/** The folder with bin/, programs/ and src/: the nearest one above the program that runs. */
export function packageRoot(): string {
  const program = process.argv[1];
  if (program === undefined || !existsSync(program)) return process.cwd();
  for (let at = dirname(realpathSync(program)); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, COURSE))) return at;
  }
  return process.cwd();
}

/** The course that comes with corovm. */
export function ownCourse(): string {
  return join(packageRoot(), COURSE);
}
