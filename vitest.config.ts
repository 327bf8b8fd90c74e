import { defineConfig } from 'vitest/config'

const all = 'test/**/*.test.ts'
const slow = 'test/**/*.slow.test.ts'

export default defineConfig({
  test: {
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // They leave nothing behind, so that they need no process for each file.
      { extends: true, test: { name: 'quick', include: [all], exclude: [slow], isolate: false } },
      // They start commands, browsers and compilers, or search for long.
      { extends: true, test: { name: 'slow', include: [slow] } },
    ],
  },
})
