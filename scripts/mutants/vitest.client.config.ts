import { defineConfig } from 'vitest/config'

/** The tests that hold the client. Those in processes of their own break nothing; hundreds of seeds take most of the time. */
export default defineConfig({
  test: {
    include: ['test/client/**/*.test.ts', 'test/gateways/**/*.test.ts'],
    exclude: [
      'test/client/hardened-engine.test.ts',
      'test/client/any-path-parameter.test.ts',
      'test/gateways/exactly-one.test.ts',
    ],
    // Thousands of short runs, of tests that leave nothing behind.
    isolate: false,
    // Many a broken client never settles.
    env: { MOST_TURNS: '50000' },
    testTimeout: 10_000,
  },
})
