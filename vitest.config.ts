import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const all = 'test/**/*.test.ts'
const slow = 'test/**/*.slow.test.ts'

/** One test that takes minutes: begun last, it would run on alone. */
const longest = /worked-example/

/** The longest first; the others in their usual order. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => Number(longest.test(moduleId))
    return (await super.sort(files)).sort((a, b) => isLongest(b) - isLongest(a))
  }
}

export default defineConfig({
  test: {
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      // They leave nothing behind, so that they need no process for each file.
      { extends: true, test: { name: 'quick', include: [all], exclude: [slow], isolate: false } },
      // They start commands, browsers and compilers, or search for long.
      { extends: true, test: { name: 'slow', include: [slow] } },
    ],
  },
})
