import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    // Generous: a story that does not come to rest ends by itself, a machine that is busy with other things, or five times slower for an hour, does not hurry.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
