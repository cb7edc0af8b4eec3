/** The types of files that servers tell. Source: swoole-src ext-src/php_swoole.cc, src/protocol/mime_type.cc */
import { PhpArray } from '../../value/php-array.ts';
import { type FunctionDef, fn, p } from '../define.ts';
import { isKnownType, mimeType, mimeTypesOf } from '../http/mime-types.ts';

const LINK = 'https://wiki.swoole.com/#/functions';

export const mimeFunctions: readonly FunctionDef[] = [
  fn({
    name: 'swoole_mime_type_add',
    doc: 'Adds a type; false when there is one for this ending.',
    params: [p.string('suffix'), p.string('mime_type')],
    returns: ['bool'],
    link: LINK,
    impl(rt, suffix, type) {
      const types = mimeTypesOf(rt);
      if (types.has(suffix)) return false;
      types.set(suffix, type);
      return true;
    },
  }),
  fn({
    name: 'swoole_mime_type_set',
    doc: 'Sets a type.',
    params: [p.string('suffix'), p.string('mime_type')],
    returns: ['void'],
    link: LINK,
    impl(rt, suffix, type) {
      mimeTypesOf(rt).set(suffix, type);
      return null;
    },
  }),
  fn({
    name: 'swoole_mime_type_delete',
    doc: 'Forgets a type.',
    params: [p.string('suffix')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, suffix) => mimeTypesOf(rt).delete(suffix),
  }),
  ...['swoole_mime_type_get', 'swoole_get_mime_type'].map((name) =>
    fn({
      name,
      doc: 'The type of a file by its name.',
      params: [p.string('filename')],
      returns: ['string'],
      link: LINK,
      impl: (rt, path) => mimeType(path, rt),
    }),
  ),
  fn({
    name: 'swoole_mime_type_exists',
    doc: 'Whether the type of a file is known.',
    params: [p.string('filename')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, path) => isKnownType(rt, path),
  }),
  fn({
    name: 'swoole_mime_type_list',
    doc: 'All types.',
    params: [],
    returns: ['array'],
    link: LINK,
    impl: (rt) => PhpArray.fromList([...mimeTypesOf(rt).values()]),
  }),
];
