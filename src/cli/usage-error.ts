/** The command line was wrong: printed as one line on standard error, exit status 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** Exit status after bad usage. */
export const EXIT_USAGE = 2;
