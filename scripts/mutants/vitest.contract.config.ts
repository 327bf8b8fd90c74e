import { defineConfig } from 'vitest/config'

/** The tests that hold the checks and the reports; those in a browser would take most of the time. */
export default defineConfig({
  test: {
    include: ['test/contract/checks.test.ts', 'test/document/repeated-names.test.ts', 'test/report/**/*.test.ts'],
    exclude: ['test/report/reporters/html-in-browser.slow.test.ts'],
    testTimeout: 60_000,
  },
})
