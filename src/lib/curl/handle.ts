/** What a CurlHandle holds. Source: php-src 8.2 ext/curl/curl_private.h; curl.se/libcurl/c/curl_easy_setopt.html */
import { PhpArray } from '../../value/php-array.ts';
import { addRef, type Zval } from '../../value/zval.ts';
import type { Connection } from '../../vm/net-ports.ts';
import type { Executor } from '../../vm/executor.ts';
import { OPTION } from './constants.ts';

/** A connection kept for the next transfer to the same place. */
export interface KeptConnection {
  readonly key: string;
  readonly connection: Connection;
}

/** What is known of the last transfer; times in seconds from its beginning. */
export interface TransferInfo {
  url: string;
  contentType: string | null;
  status: number;
  headerSize: number;
  requestSize: number;
  requestHeader: string;
  redirects: number;
  totalTime: number;
  lookupTime: number;
  connectTime: number;
  secureTime: number;
  readyTime: number;
  startTime: number;
  redirectTime: number;
  sent: number;
  received: number;
  downloadLength: number;
  uploadLength: number;
  redirectUrl: string;
  remoteAddress: string;
  remotePort: number;
  localAddress: string;
  localPort: number;
  httpVersion: number;
  scheme: string;
  method: string;
}

export function newInfo(url: string): TransferInfo {
  return {
    url,
    contentType: null,
    status: 0,
    headerSize: 0,
    requestSize: 0,
    requestHeader: '',
    redirects: 0,
    totalTime: 0,
    lookupTime: 0,
    connectTime: 0,
    secureTime: 0,
    readyTime: 0,
    startTime: 0,
    redirectTime: 0,
    sent: 0,
    received: 0,
    downloadLength: -1,
    uploadLength: -1,
    redirectUrl: '',
    remoteAddress: '',
    remotePort: 0,
    localAddress: '',
    localPort: 0,
    httpVersion: 0,
    scheme: '',
    method: 'GET',
  };
}

export class CurlData {
  readonly rt: Executor;
  /** By number; values are owned. */
  readonly options: Map<number, Zval> = new Map();
  info: TransferInfo = newInfo('');
  errno = 0;
  error = '';
  kept: KeptConnection | null = null;

  constructor(rt: Executor) {
    this.rt = rt;
  }

  /** Takes the value over. */
  set(option: number, value: Zval): void {
    const before = this.options.get(option);
    this.options.set(option, value);
    this.rt.releaseValue(before);
  }

  unset(option: number): void {
    this.rt.releaseValue(this.options.get(option));
    this.options.delete(option);
  }

  has(name: keyof typeof OPTION): boolean {
    return this.options.has(OPTION[name]);
  }

  value(name: keyof typeof OPTION): Zval {
    return this.options.get(OPTION[name]);
  }

  flag(name: keyof typeof OPTION, fallback = false): boolean {
    const v = this.value(name);
    return v === undefined ? fallback : v !== 0;
  }

  number(name: keyof typeof OPTION, fallback: number): number {
    const v = this.value(name);
    return typeof v === 'number' ? v : fallback;
  }

  text(name: keyof typeof OPTION): string | null {
    const v = this.value(name);
    return typeof v === 'string' ? v : null;
  }

  list(name: keyof typeof OPTION): string[] {
    const v = this.value(name);
    return v instanceof PhpArray ? v.valueList().filter((one) => typeof one === 'string') : [];
  }

  fail(errno: number, error: string): false {
    this.errno = errno;
    this.error = error;
    return false;
  }

  reset(): void {
    for (const v of this.options.values()) this.rt.releaseValue(v);
    this.options.clear();
  }

  copyOptions(from: CurlData): void {
    for (const [option, v] of from.options) this.set(option, addRef(v));
  }

  close(): void {
    this.kept?.connection.close();
    this.kept = null;
  }
}
