/**
 * Filters of streams: chains of steps that bytes pass through when they are read or written.
 * Source: php-src main/streams/filter.c
 */
import type { NativeCode } from '../object/native-code.ts';
import type { PhpResource } from '../value/zval.ts';
import type { Executor } from '../vm/executor.ts';
import { settle } from './stream-step.ts';
import type { Step, Stream } from './stream.ts';

export const PSFS_ERR_FATAL = 0;
export const PSFS_FEED_ME = 1;
export const PSFS_PASS_ON = 2;

/** PSFS_FLAG_NORMAL, PSFS_FLAG_FLUSH_INC, PSFS_FLAG_FLUSH_CLOSE */
export const NORMAL = 0;
export const FLUSH_INC = 1;
export const FLUSH_CLOSE = 2;

/** A piece of the bytes on their way. */
export interface Bucket {
  data: string;
}

/** What a filter made of the buckets it was given. */
export interface FilterResult {
  readonly status: number;
  readonly out: readonly Bucket[];
  readonly consumed: number;
}

/** php_stream_filter */
export interface StreamFilter {
  readonly name: string;
  readonly run: (rt: Executor, stream: Stream, input: Bucket[], mode: number) => Step<FilterResult>;
  readonly close?: (rt: Executor) => Step<void>;
}

/** A filter in its place. */
export class AttachedFilter {
  readonly filter: StreamFilter;
  readonly stream: Stream;
  readonly side: 'read' | 'write';
  resource: PhpResource | null = null;

  constructor(filter: StreamFilter, stream: Stream, side: 'read' | 'write') {
    this.filter = filter;
    this.stream = stream;
    this.side = side;
  }
}

export class FilterChain {
  readonly list: AttachedFilter[] = [];

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** php_stream_filter_remove of each. */
  *closeAll(rt: Executor): NativeCode<void> {
    for (const attached of this.list.splice(0)) yield* closeFilter(rt, attached);
  }
}

/** php_stream_filter_free */
export function* closeFilter(rt: Executor, attached: AttachedFilter): NativeCode<void> {
  const { resource, filter } = attached;
  attached.resource = null;
  if (resource !== null) {
    rt.closeResource(resource);
    rt.releaseValue(resource);
  }
  if (filter.close !== undefined) yield* settle(filter.close(rt));
}

interface StepResult {
  readonly bytes: string;
  /** Bytes that the first filter took. */
  readonly consumed: number;
}

/** Sends bytes (null: none, just the flush) through filters; null after a fatal error of one. */
export function* runFilters(
  rt: Executor,
  stream: Stream,
  filters: readonly AttachedFilter[],
  bytes: string | null,
  mode: number,
): NativeCode<StepResult | null> {
  let buckets: Bucket[] = bytes === null ? [] : [{ data: bytes }];
  let consumed = 0;
  for (const [i, attached] of filters.entries()) {
    const result = yield* settle(attached.filter.run(rt, stream, buckets, mode));
    if (i === 0) consumed = result.consumed;
    if (result.status === PSFS_FEED_ME) return { bytes: '', consumed };
    if (result.status !== PSFS_PASS_ON) return null;
    buckets = [...result.out];
  }
  return { bytes: buckets.map((b) => b.data).join(''), consumed };
}

/** One step of a stream's whole chain. */
export function* filterStep(
  rt: Executor,
  stream: Stream,
  side: 'read' | 'write',
  bytes: string | null,
  mode: number,
): NativeCode<StepResult | null> {
  const chain = side === 'read' ? stream.readFilters : stream.writeFilters;
  return yield* runFilters(rt, stream, chain?.list ?? [], bytes, mode);
}
