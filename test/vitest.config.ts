/** How the tests run: property tests start from one seed, so that every machine tries the same cases. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    // No test is about time: on a busy machine it may take what it takes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/property-seed.ts'],
  },
})
