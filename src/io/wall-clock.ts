/**
 * Microseconds since 1970. Node has them in `performance`, which takes a tenth of a start to load; here Date.now() says the
 * millisecond and the monotonic clock what has passed of it.
 */
const MICROS_PER_MS = 1000;

/** A clock that is never a millisecond away from the system's, and follows it when it is set. */
export function createWallClock(): () => number {
  /** The wall clock's microseconds when the monotonic clock stood at 0, as far as is known. */
  let origin = 0;
  return () => {
    const [seconds, nanos] = process.hrtime();
    const passed = seconds * 1_000_000 + Math.floor(nanos / 1000);
    const earliest = Date.now() * MICROS_PER_MS;
    const micros = Math.min(Math.max(origin + passed, earliest), earliest + MICROS_PER_MS - 1);
    origin = micros - passed;
    return micros;
  };
}
