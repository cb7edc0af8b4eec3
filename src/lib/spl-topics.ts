/** SPL: the topics of ext/spl in order of registration. */
import type { Topic } from './register.ts';
import { dllistClasses } from './spl-dllist.ts';
import { heapClasses } from './spl-heap.ts';
import { objectStorageClass } from './spl-object-storage.ts';
import { fixedArrayClass } from './spl-fixed-array.ts';

export const SPL_TOPICS: readonly Topic[] = [
  { classes: dllistClasses },
  { classes: heapClasses },
  { classes: [objectStorageClass] },
  { classes: [fixedArrayClass] },
];
