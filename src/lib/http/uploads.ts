/** Files that came with requests: what is_uploaded_file() knows. Source: php-src main/rfc1867.c (SG(rfc1867_uploaded_files)) */
import type { Executor } from '../../vm/executor.ts';

/** Their paths. */
export function uploadsOf(rt: Executor): Set<string> {
  return rt.moduleState('http.uploads', () => new Set<string>());
}
