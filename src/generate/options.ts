import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What to generate from what. */
export interface GenerateOptions {
  /** The document. */
  readonly spec: string
  /** Where the files belong. */
  readonly out: string
  /** What generated code imports its runtime from; default: our sources for our own folder, else `inference-gateways/client`. */
  readonly runtime?: string | undefined
  /** Whether `$ref` may load files over http; default false. */
  readonly allowRemote?: boolean | undefined
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** This repository: its root, its document, its generated files and its reference page. */
export const ours = {
  root,
  spec: resolve(root, 'spec/openapi.yaml'),
  out: resolve(root, 'generated'),
  docs: resolve(root, 'dist/docs'),
}

export function runtimeFor({ out, runtime }: GenerateOptions): string {
  if (runtime !== undefined) return runtime
  return resolve(out) === ours.out ? '../src/client/index.ts' : 'inference-gateways/client'
}
