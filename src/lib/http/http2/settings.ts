/** What the sides of HTTP/2 tell each other of themselves. Source: RFC 9113 section 6.5; swoole-src src/protocol/http2.cc */
import type { HpackEncoder } from './hpack.ts';
import { FRAME, packFrame, readUint32, uint32 } from './frames.ts';

export interface Http2Settings {
  headerTableSize: number;
  enablePush: number;
  maxConcurrentStreams: number;
  initWindowSize: number;
  maxFrameSize: number;
  maxHeaderListSize: number;
}

type Name = keyof Http2Settings;

const NAMES: readonly Name[] = [
  'headerTableSize',
  'enablePush',
  'maxConcurrentStreams',
  'initWindowSize',
  'maxFrameSize',
  'maxHeaderListSize',
];
const BYTES = 6;
const MAX_WINDOW = 2 ** 31 - 1;
const MIN_FRAME = 16384;
const MAX_FRAME = 2 ** 24 - 1;

export function defaultSettings(): Http2Settings {
  return {
    headerTableSize: 4096,
    enablePush: 0,
    maxConcurrentStreams: 128,
    initWindowSize: 65535,
    maxFrameSize: MIN_FRAME,
    maxHeaderListSize: 2 ** 32 - 1,
  };
}

/** A frame with all of them; a server says nothing of pushing. */
export function settingsFrame(settings: Http2Settings, byServer: boolean): string {
  let payload = '';
  for (const [i, name] of NAMES.entries()) {
    if (name === 'enablePush' && byServer) continue;
    payload += `\0${String.fromCharCode(i + 1)}${uint32(settings[name])}`;
  }
  return packFrame(FRAME.settings, 0, 0, payload);
}

/** Who sends by the other side's settings: its headers, and the windows of its streams. */
interface Sender {
  readonly encoder: HpackEncoder;
  readonly streams: Iterable<{ remoteWindow: number }>;
}

/** Takes what the other side says, and adapts what is under way to it; false for a value that may not be. */
export function takeSettings(settings: Http2Settings, payload: string, { encoder, streams }: Sender): boolean {
  const { initWindowSize, headerTableSize } = settings;
  if (!readSettings(settings, payload)) return false;
  if (settings.headerTableSize !== headerTableSize) encoder.resize(settings.headerTableSize);
  for (const stream of streams) stream.remoteWindow += settings.initWindowSize - initWindowSize;
  return true;
}

function readSettings(settings: Http2Settings, payload: string): boolean {
  if (payload.length % BYTES !== 0) return false;
  for (let at = 0; at < payload.length; at += BYTES) {
    const id = payload.charCodeAt(at) * 256 + payload.charCodeAt(at + 1);
    const value = readUint32(payload, at + 2);
    const name = NAMES[id - 1];
    if (name === undefined) continue;
    if (name === 'initWindowSize' && value > MAX_WINDOW) return false;
    if (name === 'maxFrameSize' && (value < MIN_FRAME || value > MAX_FRAME)) return false;
    settings[name] = value;
  }
  return true;
}
