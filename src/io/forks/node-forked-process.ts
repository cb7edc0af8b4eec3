/** A child process that is a copy of this one. */
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { ForkedProcess } from '../../vm/fork-port.ts';
import type { Connection, Listener } from '../../vm/net-ports.ts';
import type { Hub } from '../net/hub.ts';
import { NodeMailbox } from './mailbox.ts';
import { Outbox } from './outbox.ts';
import { NodeListener } from '../net/node-listener.ts';
import { NodeConnection } from '../net/node-connection.ts';
import { SocketTransport } from '../net/socket-transport.ts';

export class NodeForkedProcess implements ForkedProcess {
  readonly listeners: Set<() => void> = new Set();
  state: ForkedProcess['state'] = 'starting';
  exitCode = 0;
  signal = 0;
  readonly pid: number;
  readonly mail: NodeMailbox;
  private readonly child: ChildProcess;
  private readonly begun: () => void;
  readonly outbox: Outbox = new Outbox((messages) => {
    if (this.child.connected) this.child.send(messages, () => undefined);
  });
  readonly input: Connection | null;
  readonly output: Connection | null;

  /**
   * @param out, pipe, ready: descriptors of the child that are pipes to here, -1 for none
   * @param begun called when it has come to where it was made, or has ended
   */
  constructor(hub: Hub, child: ChildProcess, out: number, pipe: number, ready: number, begun: () => void) {
    this.begun = begun;
    this.pid = child.pid ?? 0;
    this.child = child;
    this.mail = new NodeMailbox(() => hub);
    this.output = connectionOf(hub, child, pipe);
    this.input = out < 0 ? this.output : connectionOf(hub, child, out);
    const arrived = (): void => {
      if (this.state === 'starting') this.state = 'running';
      this.begun();
      hub.changed(this);
    };
    if (ready >= 0) {
      const socket = child.stdio[ready] as Socket;
      socket.once('data', arrived);
      socket.on('error', () => undefined);
      socket.unref();
    } else {
      child.on('message', (message) => {
        if (message === 'arrived') arrived();
        else if (typeof message === 'string' || Array.isArray(message)) this.mail.push(message as string | string[]);
      });
    }
    child.on('error', () => this.end(1, 0, hub));
    child.on('exit', (code, name) => this.end(code ?? 0, name === null ? 0 : signalNumber(name), hub));
    child.unref();
  }

  post(message: string): boolean {
    if (this.state === 'ended' || !this.child.connected) return false;
    this.outbox.post(message);
    return true;
  }

  give(listener: Listener, place: number): boolean {
    const socket = listener instanceof NodeListener ? listener.takeKept() : undefined;
    if (socket === undefined) return false;
    this.outbox.flush();
    if (!this.child.connected) socket.destroy();
    else this.child.send({ place }, socket, {}, () => undefined);
    return true;
  }

  private end(exitCode: number, signal: number, hub: Hub): void {
    this.state = 'ended';
    this.begun();
    this.exitCode = exitCode;
    this.signal = signal;
    hub.changed(this);
  }
}

function connectionOf(hub: Hub, child: ChildProcess, fd: number): Connection | null {
  if (fd < 0) return null;
  const socket = child.stdio[fd] as Socket | null;
  if (socket === null || socket === undefined) return null;
  socket.unref();
  return new NodeConnection(hub, new SocketTransport(socket), 'open', '');
}

function signalNumber(name: NodeJS.Signals): number {
  return process.getBuiltinModule('node:os').constants.signals[name];
}
