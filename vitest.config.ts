import { defineConfig } from 'vitest/config';

const unitFolders = [
  'base',
  'value',
  'bytecode',
  'object',
  'compiler',
  'optimizer',
  'vm',
  'coro',
  'lib',
  'jit',
  'io',
  'inspect',
  'cli',
];

/** One project per kind of test: `npx vitest run --project goldens`. */
const projects: Readonly<Record<string, { include: string[]; timeout: number }>> = {
  unit: { include: unitFolders.map((folder) => `test/${folder}/**/*.test.ts`), timeout: 20_000 },
  conformance: { include: ['test/conformance/**/*.test.ts'], timeout: 20_000 },
  architecture: { include: ['test/architecture/**/*.test.ts'], timeout: 60_000 },
  goldens: { include: ['test/goldens/**/*.test.ts'], timeout: 120_000 },
  db: { include: ['test/db/**/*.test.ts'], timeout: 120_000 },
  property: { include: ['test/property/**/*.test.ts'], timeout: 60_000 },
  oracle: { include: ['test/oracle/**/*.test.ts'], timeout: 300_000 },
  stress: { include: ['test/stress/**/*.test.ts'], timeout: 300_000 },
  fuzz: { include: ['test/fuzz/**/*.test.ts'], timeout: 900_000 },
};

const config: ReturnType<typeof defineConfig> = defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: Object.entries(projects).map(([name, { include, timeout }]) => ({
      test: { name, include, testTimeout: timeout, hookTimeout: timeout },
    })),
  },
});
export default config;
