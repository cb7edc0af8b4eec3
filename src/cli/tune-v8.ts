/** Host.warm() of the command line: the launcher sets V8's flags (bin/corovm.js). */

/** What bin/corovm.js gives to bundles; absent without bundles. */
declare const loadBundle: { readonly tune?: (isLong: boolean) => void } | undefined;

/** The program runs on. @param isLong it has run for long */
export function tuneV8(isLong: boolean): void {
  if (typeof loadBundle !== 'undefined') loadBundle.tune?.(isLong);
}
