/** Constants of Swoole's sockets and clients. Source: swoole-src ext-src/php_swoole.cc, swoole_client.cc */

const TYPES: Readonly<Record<string, number>> = {
  TCP: 1,
  UDP: 2,
  TCP6: 3,
  UDP6: 4,
  UNIX_STREAM: 5,
  UNIX_DGRAM: 6,
};

export const SOCK_TCP = 1;
export const SOCK_UDP = 2;
export const SOCK_TCP6 = 3;
export const SOCK_UDP6 = 4;
export const SOCK_UNIX_STREAM = 5;
export const SOCK_UNIX_DGRAM = 6;
/** Bits of a client's type: encrypted, kept between requests. */
export const FLAG_SSL = 512;
/** The kind of socket in a client's type. */
export const TYPE_MASK = 0xff;

export const netConstants: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(TYPES).map(([name, v]) => [`SWOOLE_SOCK_${name}`, v])),
  ...Object.fromEntries(Object.entries(TYPES).map(([name, v]) => [`SWOOLE_${name}`, v])),
  SWOOLE_SOCK_SYNC: 0,
  SWOOLE_SOCK_ASYNC: 1,
  SWOOLE_SYNC: 2048,
  SWOOLE_ASYNC: 1024,
  SWOOLE_KEEP: 4096,
  SWOOLE_SSL: FLAG_SSL,
  SOCKET_ECANCELED: 125,
  SWOOLE_EVENT_READ: 512,
  SWOOLE_EVENT_WRITE: 1024,
  SWOOLE_STRERROR_SYSTEM: 0,
  SWOOLE_STRERROR_GAI: 1,
  SWOOLE_STRERROR_DNS: 2,
  SWOOLE_STRERROR_SWOOLE: 9,
};
