/** Peers that misbehave. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Connections that fill the queue of a listener that asks for the least and accepts none. */
const QUEUED = 4;

export interface BadPeer {
  /** Does what its client's first line says: silent, half, reset, deaf; `GET /end`, `/silent`, `/short`, `/garbage`. */
  readonly port: number;
  /** Nobody listens there. */
  readonly closed: number;
  /** What connects there gets no answer. */
  readonly full: number;
  stop(): void;
}

function obey(socket: Socket, line: string): void {
  const word = /^(?:GET \/)?(\w*)/.exec(line)?.[1];
  if (word === 'half') socket.end('abc');
  else if (word === 'end') socket.end();
  else if (word === 'short') socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc');
  else if (word === 'garbage') socket.end('this is no HTTP\r\n\r\n');
  else if (word === 'reset') {
    socket.write('abc', () => setTimeout(() => socket.resetAndDestroy(), 50));
  } else if (word === 'deaf') socket.pause();
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const SLEEPER = `$s = stream_socket_server('tcp://127.0.0.1:0', $e, $m, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
  stream_context_create(['socket' => ['backlog' => 1]])); echo stream_socket_get_name($s, false), "\\n"; sleep(600);`;

/** Starts them; real PHP is the one that does not accept (Node always does). */
export async function startBadPeer(): Promise<BadPeer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => obey(socket, bytes.toString('latin1')));
  });
  const port = await listening(server);
  const nobody = createServer();
  const closed = await listening(nobody);
  nobody.close();
  const sleeper = spawn('php', ['-n', '-r', SLEEPER]);
  const [name] = (await once(sleeper.stdout, 'data')) as [Buffer];
  const full = Number(name.toString().trim().split(':')[1]);
  for (let i = 0; i < QUEUED; i++) {
    const socket = connect(full, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.add(socket);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    port,
    closed,
    full,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      sleeper.kill('SIGKILL');
    },
  };
}
