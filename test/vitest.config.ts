/** How the tests run: property tests start from one seed, so that every machine tries the same cases. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
  },
})
