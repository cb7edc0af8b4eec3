/** Swoole\Server\Port. Source: swoole-src ext-src/swoole_server_port.cc */
import { ACC_NOT_SERIALIZABLE, ACC_PUBLIC } from '../../../bytecode/type-flags.ts';
import type { ClassDef } from '../../../object/class-def.ts';
import { addRef } from '../../../value/zval.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { handleOf, showSettings } from './port-object.ts';
import { setCallback } from './server-callbacks.ts';
import { denyUnset } from '../deny-unset.ts';

const LINK = 'https://wiki.swoole.com/#/server/server_port';
export const portClass: ClassDef<MethodDef> = {
  name: 'Swoole\\Server\\Port',
  flags: ACC_NOT_SERIALIZABLE,
  properties: [
    { name: 'host', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'port', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'type', flags: ACC_PUBLIC, type: null, default: 0 },
    { name: 'sock', flags: ACC_PUBLIC, type: null, default: -1 },
    { name: 'ssl', flags: ACC_PUBLIC, type: null, default: false },
    { name: 'setting', flags: ACC_PUBLIC, type: null, default: null },
    { name: 'connections', flags: ACC_PUBLIC, type: null, default: null },
  ],
  methods: [
    method({
      name: 'set',
      doc: 'Adds options.',
      params: [p.array('settings')],
      returns: ['void'],
      link: LINK,
      impl(rt, self, settings) {
        const handle = handleOf(self);
        if (handle === null) return null;
        const { port, server } = handle;
        if (port !== server.ports[0]) {
          // a further port has the protocols of the first only until it has settings of its own
          port.openHttp = false;
          port.openWebsocket = false;
        }
        port.set(settings);
        showSettings(rt, port);
        return null;
      },
    }),
    method({
      name: 'on',
      doc: 'Says what is called at an event.',
      params: [p.string('event_name'), p.untyped('callback')],
      returns: ['bool'],
      link: LINK,
      impl(rt, self, event, callback) {
        const handle = handleOf(self);
        return handle !== null && setCallback(rt, handle.server, handle.port, event, callback);
      },
    }),
    method({
      name: 'getCallback',
      doc: 'What is called at an event.',
      params: [p.string('event_name')],
      returns: ['mixed'],
      link: LINK,
      impl(_rt, self, event) {
        const held = handleOf(self)?.port.callback(event.toLowerCase());
        return held === undefined ? null : addRef(held.holder);
      },
    }),
  ],
  handlers: {
    cloneable: false,
    unsetProperty: denyUnset,
  },
};
