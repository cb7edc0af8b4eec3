/** Encryption of an existing socket. */
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { NetError, TlsOptions } from '../../vm/net-ports.ts';
import { toNetError } from './net-error.ts';

/** NODE_EXTRA_CA_CERTS: a copy of a process has started without it (src/io/forks/node-forks.ts). */
function extraAuthorities(): { ca?: string[] } {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined) return {};
  try {
    const extra = process.getBuiltinModule('node:fs').readFileSync(file, 'latin1');
    return { ca: [...process.getBuiltinModule('node:tls').rootCertificates, extra] };
  } catch {
    return {};
  }
}

/** @param done called once: null when the session stands */
export function createTlsSocket(raw: Socket, options: TlsOptions, done: (error: NetError | null) => void): TLSSocket {
  const tls = process.getBuiltinModule('node:tls');
  const material = {
    ...(options.cert === undefined ? {} : { cert: options.cert }),
    ...(options.key === undefined ? {} : { key: options.key }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
  };
  const protocols = options.protocols === undefined ? {} : { ALPNProtocols: [...options.protocols] };
  let settled = false;
  const settle = (error: NetError | null): void => {
    if (settled) return;
    settled = true;
    done(error);
  };
  let socket: TLSSocket;
  if (options.server) {
    const secureContext = tls.createSecureContext(material);
    socket = new tls.TLSSocket(raw, { isServer: true, secureContext, ...protocols });
    socket.once('secure', () => settle(null));
  } else {
    const name = options.serverName;
    const isAddress = process.getBuiltinModule('node:net').isIP(name) !== 0;
    socket = tls.connect({
      socket: raw,
      ...(options.verify ? extraAuthorities() : {}),
      ...material,
      ...protocols,
      ...(name === '' || isAddress ? {} : { servername: name }),
      rejectUnauthorized: options.verify,
    });
    socket.once('secureConnect', () => settle(null));
  }
  socket.once('error', (error) => settle(toNetError(error)));
  socket.once('close', () => settle({ errno: 104, message: 'Connection reset by peer' }));
  return socket;
}
