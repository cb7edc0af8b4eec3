/**
 * A short line diff: common start and end are left out, the rest is shown as "-" lines and "+" lines.
 * @param limit most lines to show of either side
 */
export function lineDiff(wanted: string, output: string, limit = 40): string {
  const want = wanted.split('\n');
  const have = output.split('\n');
  let start = 0;
  while (start < want.length && start < have.length && want[start] === have[start]) start++;
  let end = 0;
  while (end < want.length - start && end < have.length - start && want.at(-1 - end) === have.at(-1 - end)) end++;
  const context = want.slice(Math.max(0, start - 3), start).map((line) => `  ${line}`);
  const side = (lines: readonly string[], mark: string): string[] => {
    const middle = lines.slice(start, lines.length - end);
    const shown = middle.slice(0, limit).map((line) => `${mark} ${line}`);
    return middle.length > limit ? [...shown, `${mark} ... ${middle.length - limit} more lines`] : shown;
  };
  return [`@@ line ${start + 1} @@`, ...context, ...side(want, '-'), ...side(have, '+')].join('\n');
}
