/** Constants of ext/sockets on Linux. Source: php-src 8.2 ext/sockets/sockets.stub.php */

/** Error numbers that scripts compare with, by the name behind SOCKET_. */
const ERRORS: Readonly<Record<string, number>> = {
  EPERM: 1,
  ENOENT: 2,
  EINTR: 4,
  EIO: 5,
  EBADF: 9,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EINVAL: 22,
  EMFILE: 24,
  EPIPE: 32,
  EWOULDBLOCK: 11,
  ENOTSOCK: 88,
  EDESTADDRREQ: 89,
  EMSGSIZE: 90,
  EPROTOTYPE: 91,
  ENOPROTOOPT: 92,
  EPROTONOSUPPORT: 93,
  EOPNOTSUPP: 95,
  EAFNOSUPPORT: 97,
  EADDRINUSE: 98,
  EADDRNOTAVAIL: 99,
  ENETDOWN: 100,
  ENETUNREACH: 101,
  ECONNABORTED: 103,
  ECONNRESET: 104,
  ENOBUFS: 105,
  EISCONN: 106,
  ENOTCONN: 107,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
  EHOSTUNREACH: 113,
  EALREADY: 114,
  EINPROGRESS: 115,
  ECANCELED: 125,
};

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const PHP_NORMAL_READ = 1;
export const PHP_BINARY_READ = 2;
export const MSG_PEEK = 2;
export const MSG_DONTWAIT = 64;
export const MSG_WAITALL = 256;
export const SOL_SOCKET = 1;
export const SO_RCVTIMEO = 20;
export const SO_SNDTIMEO = 21;
export const SO_LINGER = 13;

export const socketConstants: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(ERRORS).map(([name, v]) => [`SOCKET_${name}`, v])),
  AF_UNIX,
  AF_INET,
  AF_INET6,
  SOCK_STREAM,
  SOCK_DGRAM,
  SOCK_RAW: 3,
  SOCK_RDM: 4,
  SOCK_SEQPACKET: 5,
  MSG_OOB: 1,
  MSG_PEEK,
  MSG_DONTROUTE: 4,
  MSG_CTRUNC: 8,
  MSG_TRUNC: 32,
  MSG_DONTWAIT,
  MSG_EOR: 128,
  MSG_WAITALL,
  MSG_NOSIGNAL: 16384,
  SOL_SOCKET,
  SOL_TCP: 6,
  SOL_UDP: 17,
  SO_DEBUG: 1,
  SO_REUSEADDR: 2,
  SO_TYPE: 3,
  SO_ERROR: 4,
  SO_DONTROUTE: 5,
  SO_BROADCAST: 6,
  SO_SNDBUF: 7,
  SO_RCVBUF: 8,
  SO_KEEPALIVE: 9,
  SO_OOBINLINE: 10,
  SO_LINGER,
  SO_REUSEPORT: 15,
  SO_RCVLOWAT: 18,
  SO_SNDLOWAT: 19,
  SO_RCVTIMEO,
  SO_SNDTIMEO,
  SOMAXCONN: 4096,
  TCP_NODELAY: 1,
  TCP_DEFER_ACCEPT: 9,
  PHP_NORMAL_READ,
  PHP_BINARY_READ,
  IPPROTO_IP: 0,
  IPPROTO_IPV6: 41,
};
