/**
 * How many requests a server answers at a time (max_concurrency, worker_max_concurrency).
 * Source: swoole-src ext-src/swoole_http_server.cc (onBeforeRequest, onAfterResponse)
 */
import type { NativeCode } from '../../../object/native-code.ts';

export class Concurrency {
  /** Requests that have come and not been answered, also those that wait. */
  count = 0;
  max: number = Number.POSITIVE_INFINITY;
  /** Beyond it requests wait for their turn. */
  workerMax: number = Number.POSITIVE_INFINITY;
  private readonly waiting: (() => NativeCode<void>)[] = [];

  /** By the options; 0 says nothing. */
  limit(max: number, workerMax: number): void {
    if (max > 0) {
      this.max = max;
      this.workerMax = max;
    }
    if (workerMax > 0) this.workerMax = workerMax;
  }

  /** Counts a request; false when `begin` has to wait for its turn. */
  admits(begin: () => NativeCode<void>): boolean {
    this.count++;
    if (this.count <= this.workerMax) return true;
    this.waiting.push(begin);
    return false;
  }

  /** A request has been answered; what begins the next one that waits. */
  done(): (() => NativeCode<void>) | undefined {
    this.count--;
    return this.waiting.shift();
  }
}
