/** Prints `N passed, N failed` as the last line of a vitest run: .ci/run adds these lines up. */
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      const before = passed + failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
      }
      if (module.state() === 'failed' && before === passed + failed) failed++;
    }
    console.log(`vitest: ${passed} passed, ${failed} failed`);
  }
}
