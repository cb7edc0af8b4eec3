/** Programs that tests need: with CI=true the absence of one is a failure, elsewhere what needs it is skipped. */
import { spawnSync } from 'node:child_process';

/**
 * What a program answers to being asked for its version (both of its streams); null when it is not installed.
 * @throws when it is not there, or does not match `wanted`, and CI=true
 */
export function installedTool(command: string, args: readonly string[], wanted: RegExp = /./): string | null {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const done = spawnSync(command, args, { encoding: 'latin1', env: { ...process.env, PATH: path } });
  const answer = done.error === undefined ? done.stdout + done.stderr : null;
  if (answer !== null && wanted.test(answer)) return answer;
  const lack = `${command} is needed, found ${answer === null ? 'none' : JSON.stringify(answer)}`;
  if (process.env['CI'] === 'true') throw new Error(lack);
  console.log(`tests skipped: ${lack}`);
  return null;
}
