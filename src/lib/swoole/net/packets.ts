/**
 * Packets in a byte stream: those with a length in front, those with an ending behind.
 * Source: swoole-src src/protocol/base.cc (default_length_func), src/coroutine/socket.cc (recv_packet)
 */
import type { NativeCode } from '../../../object/native-code.ts';
import { toBool, toInt, toStr } from '../../../value/convert.ts';
import type { PhpArray } from '../../../value/php-array.ts';
import { addRef, deref, type Zval } from '../../../value/zval.ts';
import type { Executor } from '../../../vm/executor.ts';
import { parseQuantity } from '../../../vm/ini.ts';
import { E_ERROR } from '../../../base/diagnostics.ts';
import { runningName, warn } from '../support.ts';

/** SW_INPUT_BUFFER_SIZE */
const DEFAULT_MAX_LENGTH = 2 * 1024 * 1024;

/** Sizes of pack()'s integers. */
const SIZES: Readonly<Record<string, number>> = {
  c: 1,
  C: 1,
  s: 2,
  S: 2,
  n: 2,
  v: 2,
  l: 4,
  L: 4,
  N: 4,
  V: 4,
  q: 8,
  J: 8,
  P: 8,
};
const MQTT_LENGTH_BYTES = 4;
const LITTLE = 'sSvlLVqP';

/** What the package_* options say. */
export class PacketSettings {
  eofCheck = false;
  eofSplit = false;
  eof = '\r\n';
  /** Packets of MQTT: a byte, the length in up to four, what it says. */
  mqtt = false;
  lengthCheck = false;
  lengthType = 'N';
  lengthOffset = 0;
  bodyOffset = 0;
  maxLength: number = DEFAULT_MAX_LENGTH;
  /** Owned. */
  lengthFunc: Zval = undefined;

  get active(): boolean {
    return this.eofCheck || this.lengthCheck || this.mqtt;
  }

  /** What a listening socket's connections begin with. */
  copyFrom(other: PacketSettings): void {
    this.eofCheck = other.eofCheck;
    this.eofSplit = other.eofSplit;
    this.eof = other.eof;
    this.mqtt = other.mqtt;
    this.lengthCheck = other.lengthCheck;
    this.lengthType = other.lengthType;
    this.lengthOffset = other.lengthOffset;
    this.bodyOffset = other.bodyOffset;
    this.maxLength = other.maxLength;
    this.lengthFunc = addRef(other.lengthFunc);
  }

  /** Reads options; false after a warning. */
  set(rt: Executor, options: PhpArray): boolean {
    const get = (name: string): Zval => {
      const v = deref(options.getStr(name));
      return v === null ? undefined : v;
    };
    const when = (name: string, use: (v: Zval) => void): void => {
      const v = get(name);
      if (v !== undefined) use(v);
    };
    let ok = true;
    when('open_eof_check', (v) => {
      this.eofCheck = toBool(v);
    });
    when('open_eof_split', (v) => {
      this.eofSplit = toBool(v);
      if (this.eofSplit) this.eofCheck = true;
    });
    when('package_eof', (v) => {
      this.eof = toStr(rt, v);
      if (this.eof === '') rt.error(E_ERROR, `${runningName(rt)}(): package_eof cannot be an empty string`);
    });
    when('open_mqtt_protocol', (v) => {
      this.mqtt = toBool(v);
    });
    when('open_length_check', (v) => {
      this.lengthCheck = toBool(v);
    });
    when('package_length_type', (v) => {
      const type = toStr(rt, v).charAt(0);
      if (SIZES[type] === undefined) {
        warn(rt, `Unknown package_length_type name '${type}', see pack(). Link: https://php.net/pack`);
        ok = false;
      } else this.lengthType = type;
    });
    when('package_length_offset', (v) => {
      this.lengthOffset = Number(toInt(rt, v));
    });
    when('package_body_offset', (v) => {
      this.bodyOffset = Number(toInt(rt, v));
    });
    when('package_max_length', (v) => {
      this.maxLength = typeof v === 'string' ? parseQuantity(v) : Number(toInt(rt, v));
    });
    when('package_length_func', (v) => {
      rt.releaseValue(this.lengthFunc);
      this.lengthFunc = addRef(v);
    });
    return ok;
  }

  /**
   * How long the packet at the start of `bytes` is: 0 while that cannot be told, -1 when it is malformed, more than
   * `maxLength` when it is too large.
   */
  *lengthOf(rt: Executor, bytes: string): NativeCode<number> {
    if (this.lengthFunc !== undefined) return yield* this.askLength(rt, bytes);
    if (this.mqtt) return mqttLength(bytes);
    if (this.lengthCheck) {
      const size = SIZES[this.lengthType] ?? 4;
      if (bytes.length < this.lengthOffset + size) return 0;
      const body = readInteger(bytes, this.lengthOffset, size, this.lengthType);
      return body < 0 ? -1 : this.bodyOffset + body;
    }
    const at = bytes.indexOf(this.eof);
    if (at >= 0) return at + this.eof.length;
    return bytes.length > this.maxLength ? bytes.length : 0;
  }

  private *askLength(rt: Executor, bytes: string): NativeCode<number> {
    const callable = rt.resolveCallable(this.lengthFunc);
    if (callable === null) return -1;
    const result = yield { kind: 'call', callable, args: [bytes], named: null, catches: false };
    const n = Number(toInt(rt, result));
    rt.releaseValue(result);
    return n;
  }
}

/** Source: swoole-src src/protocol/mqtt.cc (get_package_length) */
function mqttLength(bytes: string): number {
  let length = 0;
  for (let i = 0; i < MQTT_LENGTH_BYTES; i++) {
    if (i + 1 >= bytes.length) return 0;
    const byte = bytes.charCodeAt(i + 1);
    length += (byte & 0x7f) * 128 ** i;
    if (byte < 0x80) return length + i + 2;
  }
  return -1;
}

function readInteger(bytes: string, offset: number, size: number, type: string): number {
  let n = 0;
  for (let i = 0; i < size; i++) {
    const at = LITTLE.includes(type) ? offset + size - 1 - i : offset + i;
    n = n * 256 + bytes.charCodeAt(at);
  }
  const signed = type === 'c' || type === 's' || type === 'l' || type === 'q';
  return signed && n >= 2 ** (8 * size - 1) ? n - 2 ** (8 * size) : n;
}
