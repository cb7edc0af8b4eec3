/** Dates of HTTP. */
import type { Executor } from '../../../vm/executor.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`, made once a second. */
export function httpDate(rt: Executor): string {
  const cache = rt.moduleState('http.date', () => ({ second: -1, text: '' }));
  const second = Math.floor(rt.host.nowMicros() / 1e6);
  if (cache.second !== second) {
    cache.second = second;
    cache.text = dateText(second, ' ');
  }
  return cache.text;
}

/** A date of HTTP (separator a space) or of cookies (a dash). */
export function dateText(second: number, separator: string): string {
  const d = new Date(second * 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = [two(d.getUTCDate()), MONTHS[d.getUTCMonth()], d.getUTCFullYear()].join(separator);
  const time = [d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()].map(two).join(':');
  return `${DAYS[d.getUTCDay()]}, ${day} ${time} GMT`;
}
