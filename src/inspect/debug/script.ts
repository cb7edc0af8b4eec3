/** Debugger commands from a text. */
import { bytesToDisplay } from '../wrap.ts';
import { runCommand } from './commands.ts';
import type { Debugger } from './debugger.ts';

/**
 * Runs commands one after the other and says what each says; after one that moves, where the program stands and what is
 * watched.
 * @param lines byte strings
 * @returns false when a command was unknown
 */
export function runDebugScript(debug: Debugger, lines: readonly string[], say: (line: string) => void): boolean {
  let allKnown = true;
  for (const line of lines) {
    if (debug.finished) break;
    const command = line.trim();
    if (command === '') continue;
    say(`> ${bytesToDisplay(command)}`);
    const { lines: said, moves, known } = runCommand(debug, command);
    allKnown &&= known;
    said.forEach(say);
    if (!moves) continue;
    let stop = debug.proceed();
    while (stop === null) stop = debug.proceed();
    stop.forEach(say);
    say(debug.whereLine());
    debug.watchLines().forEach(say);
  }
  return allKnown;
}
