/** Types of files by their ending. Source: IANA media types; swoole-src src/protocol/mime_type.cc */
import type { Executor } from '../../vm/executor.ts';

const TYPES: Readonly<Record<string, string>> = {
  '7z': 'application/x-7z-compressed',
  aac: 'audio/aac',
  apk: 'application/vnd.android.package-archive',
  atom: 'application/atom+xml',
  avi: 'video/x-msvideo',
  bin: 'application/octet-stream',
  bmp: 'image/bmp',
  bz2: 'application/x-bzip2',
  class: 'application/java-vm',
  conf: 'text/plain',
  css: 'text/css',
  csv: 'text/csv',
  deb: 'application/octet-stream',
  dll: 'application/octet-stream',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  eot: 'application/vnd.ms-fontobject',
  epub: 'application/epub+zip',
  exe: 'application/octet-stream',
  flv: 'video/x-flv',
  geojson: 'application/geo+json',
  gif: 'image/gif',
  gz: 'application/gzip',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/x-icon',
  ics: 'text/calendar',
  iso: 'application/octet-stream',
  jar: 'application/java-archive',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  log: 'text/plain',
  m3u8: 'application/vnd.apple.mpegurl',
  map: 'application/json',
  markdown: 'text/markdown',
  md: 'text/markdown',
  mid: 'audio/midi',
  mjs: 'application/javascript',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ps: 'application/postscript',
  rar: 'application/x-rar-compressed',
  rss: 'application/rss+xml',
  rtf: 'application/rtf',
  sh: 'application/x-sh',
  svg: 'image/svg+xml',
  swf: 'application/x-shockwave-flash',
  tar: 'application/x-tar',
  text: 'text/plain',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ts: 'video/mp2t',
  ttf: 'font/ttf',
  txt: 'text/plain',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  weba: 'audio/webm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'application/font-woff',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  yaml: 'text/yaml',
  yml: 'text/yaml',
  zip: 'application/zip',
};

/** The types of this engine: a program may change them. */
export function mimeTypesOf(rt: Executor): Map<string, string> {
  return rt.moduleState('mime types', () => new Map(Object.entries(TYPES)));
}

/** What follows the last dot, in lower case: all of a name without one. */
export function suffixOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/** @param rt the engine whose program may have changed the types */
export function mimeType(path: string, rt?: Executor): string {
  const suffix = suffixOf(path);
  return (rt === undefined ? TYPES[suffix] : mimeTypesOf(rt).get(suffix)) ?? 'application/octet-stream';
}

export function isKnownType(rt: Executor, path: string): boolean {
  return mimeTypesOf(rt).has(suffixOf(path));
}
