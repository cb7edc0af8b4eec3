/**
 * vm_stack: linked pages of 16-byte slots on which frames are pushed and popped.
 * Source: php-src Zend/zend_execute.h (struct _zend_vm_stack, zend_vm_stack_push_call_frame)
 */
import type { Zval } from '../value/zval.ts';

/** Bytes of one slot (sizeof(zval)). */
export const SLOT_BYTES = 16;
/** Slots a page spends on its own header {top, end, prev} (ZEND_VM_STACK_HEADER_SLOTS). */
export const PAGE_HEADER_SLOTS = 2;
/** 256 KB (ZEND_VM_STACK_PAGE_SIZE), in slots. */
export const DEFAULT_PAGE_SLOTS = 16384;

/** One page. `top` is only meaningful while another page is the current one (Zend saves EG(vm_stack_top) there). */
export class VmStackPage {
  readonly slots: Zval[];
  top: number = PAGE_HEADER_SLOTS;
  readonly prev: VmStackPage | null;
  /** Slots of the pages that this stack grows by: its first one's. */
  readonly growth: number;
  /** Slots of this page and all below it. */
  readonly totalSlots: number;
  /** Slots in the page, header included. */
  get size(): number {
    return this.totalSlots - (this.prev === null ? 0 : this.prev.totalSlots);
  }
  /** `atOnce`: so many slots it has from the start, the others come to be when they are first written. */
  constructor(size: number, prev: VmStackPage | null, atOnce: number = size) {
    this.prev = prev;
    this.growth = prev === null ? size : prev.growth;
    this.totalSlots = size + (prev === null ? 0 : prev.totalSlots);
    this.slots = new Array<Zval>(Math.min(size, atOnce)).fill(undefined);
  }
}

/** Slots of the page that a frame of `needed` slots gets when it does not fit: the page size, or more for a huge frame. */
export function pageSizeFor(needed: number, pageSlots: number): number {
  const least = needed + PAGE_HEADER_SLOTS;
  return least <= pageSlots ? pageSlots : Math.ceil(least / pageSlots) * pageSlots;
}
