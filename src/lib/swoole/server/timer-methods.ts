/** The timers of a server, which are those of Swoole\Timer. Source: swoole-src ext-src/swoole_server.cc */
import { schedulerOf } from '../../../coro/scheduler.ts';
import { type MethodDef, method, p } from '../../define.ts';
import { ownedCallable, ownedValues } from '../support.ts';
import { addTimer, clearTimer } from '../timer-class.ts';

const LINK = 'https://wiki.swoole.com/#/server/methods?id=tick';

function adding(name: string, doc: string, repeats: boolean): MethodDef {
  return method({
    name,
    doc,
    params: [p.int('ms'), p.callable('callback'), p.rest(p.mixed('params'))],
    returns: ['int', 'false'],
    link: LINK,
    impl: (rt, _self, ms, callback, args) =>
      addTimer(rt, ms, repeats, ownedCallable(rt, callback, 1), ownedValues(args)),
  });
}

export const timerMethods: readonly MethodDef[] = [
  adding('tick', 'Calls a function every so many milliseconds.', true),
  adding('after', 'Calls a function after so many milliseconds.', false),
  method({
    name: 'clearTimer',
    doc: 'Takes a timer back.',
    params: [p.int('timer_id')],
    returns: ['bool'],
    link: LINK,
    impl: (rt, _self, id) => clearTimer(rt, id),
  }),
  method({
    name: 'defer',
    doc: 'Calls a function in the next round of the event loop.',
    params: [p.callable('callback')],
    returns: ['void'],
    link: LINK,
    impl(rt, _self, callback) {
      const scheduler = schedulerOf(rt);
      const held = ownedCallable(rt, callback, 0);
      scheduler.defer(function* () {
        yield* scheduler.callback(held, []);
        rt.releaseValue(held.holder);
      });
      return null;
    },
  }),
];
