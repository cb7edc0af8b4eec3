/** CurlHandle and CURLFile. Source: php-src 8.2 ext/curl/interface.c, curl_file.c */
import {
  ACC_FINAL,
  ACC_NOT_SERIALIZABLE,
  ACC_NO_DYNAMIC_PROPERTIES,
  ACC_PUBLIC,
  MAY_BE_STRING,
} from '../../bytecode/type-flags.ts';
import type { ClassDef } from '../../object/class-def.ts';
import type { PhpObject } from '../../value/php-object.ts';
import { addRef } from '../../value/zval.ts';
import { type MethodDef, method, p } from '../define.ts';
import { CurlData } from './handle.ts';

const LINK = 'https://www.php.net/manual/en/class.curlfile.php';
const SLOT = { name: 0, mime: 1, postname: 2 } as const;

function getter(name: string, slot: number): MethodDef {
  return method({
    name,
    doc: 'A property of the file.',
    params: [],
    returns: ['string'],
    link: LINK,
    impl: (_rt, self) => addRef(self.props[slot]),
  });
}

function setter(name: string, param: string, slot: number): MethodDef {
  return method({
    name,
    doc: 'Sets a property of the file.',
    params: [p.string(param)],
    returns: null,
    link: LINK,
    impl(_rt, self, v) {
      self.props[slot] = v;
      return null;
    },
  });
}

/** Fills a CURLFile. */
export function fillFile(self: PhpObject, name: string, mime: string | null, posted: string | null): void {
  self.props[SLOT.name] = name;
  if (mime !== null) self.props[SLOT.mime] = mime;
  if (posted !== null) self.props[SLOT.postname] = posted;
}

export const curlClasses: readonly ClassDef<MethodDef>[] = [
  {
    name: 'CurlHandle',
    flags: ACC_FINAL | ACC_NOT_SERIALIZABLE | ACC_NO_DYNAMIC_PROPERTIES,
    handlers: {
      cloneable: false,
      refuseNew: 'Cannot directly construct CurlHandle, use curl_init() instead',
      freeNative: (_rt, obj) => {
        if (!(obj.native instanceof CurlData)) return;
        obj.native.close();
        obj.native.reset();
      },
    },
  },
  {
    name: 'CURLFile',
    flags: ACC_NOT_SERIALIZABLE,
    properties: ['name', 'mime', 'postname'].map((name) => ({
      name,
      flags: ACC_PUBLIC,
      type: { mask: MAY_BE_STRING, classes: [] },
      default: '',
    })),
    methods: [
      method({
        name: '__construct',
        doc: 'Names a file to upload.',
        params: [
          p.string('filename'),
          p.nullable(p.string('mime_type'), { default: null }),
          p.nullable(p.string('posted_filename'), { default: null }),
        ],
        returns: null,
        link: LINK,
        impl(_rt, self, name, mime, posted) {
          fillFile(self, name, mime, posted);
          return null;
        },
      }),
      getter('getFilename', SLOT.name),
      getter('getMimeType', SLOT.mime),
      getter('getPostFilename', SLOT.postname),
      setter('setMimeType', 'mime_type', SLOT.mime),
      setter('setPostFilename', 'posted_filename', SLOT.postname),
    ],
  },
];
