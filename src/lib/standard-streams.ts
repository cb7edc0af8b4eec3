/**
 * STDIN, STDOUT and STDERR.
 * Source: php-src sapi/cli/php_cli.c (cli_register_file_handles)
 */
import { registerConstant } from '../vm/constants.ts';
import type { Executor } from '../vm/executor.ts';
import { createStreamResource, Stream, type StreamTarget } from './stream.ts';

/** Makes the three resources (ids 1 to 3) and their constants. */
export function setUpStandardStreams(rt: Executor): void {
  rt.resourceFreed = ({ data }) => {
    if (data instanceof Stream) data.dispose(rt);
  };
  const make = (name: string, kind: 'stdin' | 'stdout' | 'stderr'): void => {
    const target: StreamTarget = { kind, uri: `php://${kind}` };
    const read = kind === 'stdin';
    const mode = { text: read ? 'r' : 'w', read, write: !read, append: false, kind: read ? 'r' : 'w' };
    registerConstant(rt, name, createStreamResource(rt, new Stream(target, mode)), true);
  };
  make('STDIN', 'stdin');
  make('STDOUT', 'stdout');
  make('STDERR', 'stderr');
}
