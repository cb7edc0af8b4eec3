/** What the commands themselves say on standard output; what a program prints goes through the host. */

/** The reader of our output has gone, as in `corovm --help | head -1`: no error of ours. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function quietly(error: Error): void {
  if (!isBrokenPipe(error)) throw error;
}

/** Writes text to standard output; nothing happens when nobody reads it. */
export function printText(text: string): void {
  const { stdout } = process;
  if (!stdout.listeners('error').includes(quietly)) stdout.on('error', quietly);
  stdout.write(text);
}
