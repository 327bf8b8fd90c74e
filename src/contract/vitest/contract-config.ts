import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** The suite as vitest tests: `slices` runs of one file, each with its share of the cases, so that `--shard` can spread them. */
export function contractConfig(slices: number): ViteUserConfig {
  return {
    test: {
      globalSetup: here('./global-setup.ts'),
      sequence: { sequencer: BySlice },
      projects: Array.from({ length: slices }, (_, index) => ({
        root: here('.'),
        test: {
          name: `slice ${index + 1} of ${slices}`,
          include: ['suite.ts'],
          isolate: false,
          maxConcurrency: 8,
          testTimeout: 30_000,
          provide: { slice: { index, count: slices } },
        },
      })),
    },
  }
}

/** Vitest orders specifications by their file, here one and the same; their place in the list depends on timing. */
class BySlice extends BaseSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return super.shard(files.toSorted((one, other) => indexOf(one) - indexOf(other)))
  }
}

function indexOf({ project }: TestSpecification): number {
  return project.config.provide.slice?.index ?? 0
}
