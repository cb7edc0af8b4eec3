/** Host.warm() of the command line: the launcher sets V8's flags (bin/corovm.js). */

/** What bin/corovm.js gives to bundles; absent without bundles. */
declare const loadBundle: { readonly tune?: () => void } | undefined;

/** The program has run for long. */
export function tuneV8(): void {
  if (typeof loadBundle !== 'undefined') loadBundle.tune?.();
}
