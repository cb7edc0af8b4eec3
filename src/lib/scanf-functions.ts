/** sscanf and fscanf. Source: php-src ext/standard/string.c (sscanf), file.c (fscanf) */
import { type FunctionDef, fn, p } from './define.ts';
import { scanText } from './scanf.ts';
import { readLine } from './stream-core.ts';
import { streamOf } from './stream.ts';

export const scanfFunctions: readonly FunctionDef[] = [
  fn({
    name: 'sscanf',
    doc: 'Reads values out of a string by a format.',
    params: [p.string('string'), p.string('format'), p.rest(p.ref('vars'))],
    returns: ['array', 'int', 'null'],
    impl: (rt, text, format, variables) => scanText(rt, text, format, variables),
  }),
  fn({
    name: 'fscanf',
    doc: 'Reads values out of a line of a stream by a format.',
    params: [p.resource('stream'), p.string('format'), p.rest(p.ref('vars'))],
    returns: ['array', 'int', 'false', 'null'],
    *impl(rt, resource, format, variables) {
      const stream = streamOf(rt, resource);
      if (stream === null) return null;
      const line = yield* readLine(rt, stream);
      return line === null ? false : scanText(rt, line, format, variables);
    },
  }),
];
