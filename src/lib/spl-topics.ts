/** SPL: the topics of ext/spl in order of registration. */
import type { Topic } from './register.ts';
import { arrayClasses } from './spl-array.ts';
import { cachingIteratorClasses } from './spl-caching-iterator.ts';
import { dllistClasses } from './spl-dllist.ts';
import { directoryIteratorClasses } from './spl-directory.ts';
import { fileInfoClass } from './spl-file-info.ts';
import { fileObjectClasses } from './spl-file-object.ts';
import { fixedArrayClass } from './spl-fixed-array.ts';
import { heapClasses } from './spl-heap.ts';
import { splFunctions } from './spl-functions.ts';
import { splInterfaces } from './spl-interfaces.ts';
import { iteratorClasses } from './spl-iterators.ts';
import { multipleIteratorClass } from './spl-multiple-iterator.ts';
import { objectStorageClass } from './spl-object-storage.ts';
import { regexIteratorClasses } from './spl-regex-iterator.ts';
import { recursiveIteratorClasses } from './spl-recursive-iterator.ts';

export const SPL_TOPICS: readonly Topic[] = [
  { classes: splInterfaces },
  { classes: dllistClasses },
  { classes: heapClasses },
  { classes: [objectStorageClass] },
  { classes: [fixedArrayClass] },
  { classes: arrayClasses },
  { classes: iteratorClasses },
  { classes: cachingIteratorClasses },
  { classes: recursiveIteratorClasses },
  { classes: [multipleIteratorClass] },
  { classes: regexIteratorClasses },
  { classes: [fileInfoClass] },
  { classes: directoryIteratorClasses },
  { classes: fileObjectClasses, functions: splFunctions },
];
