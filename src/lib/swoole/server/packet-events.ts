/** Ports of packets (UDP). Source: swoole-src ext-src/swoole_server.cc (php_swoole_server_onPacket) */
import type { NativeCode } from '../../../object/native-code.ts';
import { PhpArray } from '../../../value/php-array.ts';
import { PhpFloat } from '../../../value/zval.ts';
import type { Packet } from '../../../vm/net-ports.ts';
import { nextDescriptor } from '../net/descriptors.ts';
import { eventObject } from './event-objects.ts';
import { fire } from './events.ts';
import type { ServerData } from './server-data.ts';
import type { ServerPort } from './server-port.ts';

/** From now on packets are taken. */
export function openPackets(server: ServerData, port: ServerPort): void {
  const { datagrams } = port;
  if (datagrams === null) return;
  const socket = nextDescriptor(server.rt);
  let queued = false;
  const look = (): void => {
    if (queued || datagrams.pending === 0) return;
    queued = true;
    server.scheduler.wake(function* () {
      queued = false;
      for (let packet = datagrams.receive(); packet !== null; packet = datagrams.receive()) {
        if (server.dispatcher === null) yield* deliver(server, port, socket, packet);
        else yield* server.dispatcher.packet(port, packet);
      }
    });
  };
  datagrams.listeners.add(look);
  server.undo.push(() => datagrams.listeners.delete(look));
  look();
}

/** Tells the program of a packet. */
export function* deliver(server: ServerData, port: ServerPort, socket: number, packet: Packet): NativeCode<void> {
  const { from } = packet;
  server.requests++;
  if (server.usesObjects) return yield* deliverObject(server, port, socket, packet);
  const info = PhpArray.fromEntries([
    ['server_socket', socket],
    ['server_port', port.port],
    ['dispatch_time', new PhpFloat(server.now())],
    ['address', from.kind === 'inet' ? from.host : from.path],
    ['port', from.kind === 'inet' ? from.port : 0],
  ]);
  yield* fire(server.rt, server.portCallback(port, 'packet'), [server.self, packet.bytes, info]);
  server.rt.releaseValue(info);
}

/** The same with the option event_object. */
function* deliverObject(server: ServerData, port: ServerPort, socket: number, packet: Packet): NativeCode<void> {
  const { from } = packet;
  const object = eventObject(server.rt, 'Packet', {
    server_socket: socket,
    server_port: port.port,
    dispatch_time: new PhpFloat(server.now()),
    address: from.kind === 'inet' ? from.host : from.path,
    port: from.kind === 'inet' ? from.port : 0,
    data: packet.bytes,
  });
  yield* fire(server.rt, server.portCallback(port, 'packet'), [server.self, object]);
  server.rt.releaseValue(object);
}
