/** curl_getinfo(). Source: php-src 8.2 ext/curl/interface.c */
import { PhpArray } from '../../value/php-array.ts';
import { addRef, PhpFloat, type Zval } from '../../value/zval.ts';
import { INFO } from './constants.ts';
import type { CurlData, TransferInfo } from './handle.ts';

/** CURLPROTO_HTTP, CURLPROTO_HTTPS */
const PROTOCOLS: Readonly<Record<string, number>> = { http: 1, https: 2 };
const seconds = (v: number): PhpFloat => new PhpFloat(Math.round(v * 1e6) / 1e6);
const micros = (v: number): number => Math.round(v * 1e6);
const speed = (bytes: number, time: number): PhpFloat => new PhpFloat(time > 0 ? Math.floor(bytes / time) : 0);

function timeRows(info: TransferInfo): (readonly [string, Zval])[] {
  return [
    ['appconnect_time_us', micros(info.secureTime)],
    ['connect_time_us', micros(info.connectTime)],
    ['namelookup_time_us', micros(info.lookupTime)],
    ['pretransfer_time_us', micros(info.readyTime)],
    ['redirect_time_us', micros(info.redirectTime)],
    ['starttransfer_time_us', micros(info.startTime)],
    ['total_time_us', micros(info.totalTime)],
  ];
}

/** Everything that is known. */
export function allInfo(data: CurlData): PhpArray {
  const { info } = data;
  const rows: (readonly [string, Zval])[] = [
    ['url', info.url],
    ['content_type', info.contentType],
    ['http_code', info.status],
    ['header_size', info.headerSize],
    ['request_size', info.requestSize],
    ['filetime', -1],
    ['ssl_verify_result', 0],
    ['redirect_count', info.redirects],
    ['total_time', seconds(info.totalTime)],
    ['namelookup_time', seconds(info.lookupTime)],
    ['connect_time', seconds(info.connectTime)],
    ['pretransfer_time', seconds(info.readyTime)],
    ['size_upload', new PhpFloat(info.sent)],
    ['size_download', new PhpFloat(info.received)],
    ['speed_download', speed(info.received, info.totalTime)],
    ['speed_upload', speed(info.sent, info.totalTime)],
    ['download_content_length', new PhpFloat(info.downloadLength)],
    ['upload_content_length', new PhpFloat(info.uploadLength)],
    ['starttransfer_time', seconds(info.startTime)],
    ['redirect_time', seconds(info.redirectTime)],
    ['redirect_url', info.redirectUrl],
    ['primary_ip', info.remoteAddress],
    ['certinfo', new PhpArray()],
    ['primary_port', info.remotePort],
    ['local_ip', info.localAddress],
    ['local_port', info.localPort],
    ['http_version', info.httpVersion],
    ['protocol', PROTOCOLS[info.scheme] ?? 0],
    ['ssl_verifyresult', 0],
    ['scheme', info.scheme.toUpperCase()],
    ...timeRows(info),
  ];
  if (data.flag('HEADER_OUT') && info.requestHeader !== '') rows.push(['request_header', info.requestHeader]);
  rows.push(['effective_method', info.method]);
  return PhpArray.fromEntries(rows);
}

/** One of CURLINFO_*; false for one that is not known. */
export function oneInfo(data: CurlData, option: number): Zval {
  const { info } = data;
  switch (option) {
    case INFO.EFFECTIVE_URL:
      return info.url;
    case INFO.RESPONSE_CODE:
      return info.status;
    case INFO.TOTAL_TIME:
      return seconds(info.totalTime);
    case INFO.NAMELOOKUP_TIME:
      return seconds(info.lookupTime);
    case INFO.CONNECT_TIME:
      return seconds(info.connectTime);
    case INFO.PRETRANSFER_TIME:
      return seconds(info.readyTime);
    case INFO.SIZE_UPLOAD:
      return new PhpFloat(info.sent);
    case INFO.SIZE_DOWNLOAD:
      return new PhpFloat(info.received);
    case INFO.HEADER_SIZE:
      return info.headerSize;
    case INFO.REQUEST_SIZE:
      return info.requestSize;
    case INFO.CONTENT_LENGTH_DOWNLOAD:
      return new PhpFloat(info.downloadLength);
    case INFO.CONTENT_LENGTH_UPLOAD:
      return new PhpFloat(info.uploadLength);
    case INFO.STARTTRANSFER_TIME:
      return seconds(info.startTime);
    case INFO.REDIRECT_TIME:
      return seconds(info.redirectTime);
    default:
      return textInfo(data, option);
  }
}

function textInfo(data: CurlData, option: number): Zval {
  const { info } = data;
  switch (option) {
    case INFO.CONTENT_TYPE:
      return info.contentType;
    case INFO.REDIRECT_COUNT:
      return info.redirects;
    case INFO.PRIVATE:
      return data.has('PRIVATE') ? addRef(data.value('PRIVATE')) : false;
    case INFO.REDIRECT_URL:
      return info.redirectUrl;
    case INFO.PRIMARY_IP:
      return info.remoteAddress;
    case INFO.PRIMARY_PORT:
      return info.remotePort;
    case INFO.LOCAL_IP:
      return info.localAddress;
    case INFO.LOCAL_PORT:
      return info.localPort;
    case INFO.HTTP_VERSION:
      return info.httpVersion;
    case INFO.SCHEME:
      return info.scheme === '' ? null : info.scheme.toUpperCase();
    case INFO.EFFECTIVE_METHOD:
      return info.method;
    case INFO.HEADER_OUT:
      return info.requestHeader === '' ? false : info.requestHeader;
    default:
      return false;
  }
}
