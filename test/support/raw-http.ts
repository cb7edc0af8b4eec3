/** Bytes to a server and what comes back. */
import { connect } from 'node:net';

/** Sends `parts` one after the other (50 ms between them) and answers everything that comes until the other side ends. */
export function exchange(address: string, parts: readonly string[], limit = 5000): Promise<string> {
  const [host, port] = address.split(':') as [string, string];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host);
    let answer = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after ${limit} ms: ${JSON.stringify(answer)}`));
    }, limit);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    const send = (at: number): void => {
      const part = parts[at];
      if (part === undefined || socket.destroyed) return;
      socket.write(part, 'latin1');
      setTimeout(() => send(at + 1), 50);
    };
    send(0);
  });
}
