import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInside, realPath } from '../document/real-path.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { userPath } from '../report/user-folder.ts'

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

/** What a user gives, before it is checked. */
export interface GivenOptions {
  readonly spec: string
  readonly out: string
  readonly runtime?: string | undefined
  readonly allowRemote: boolean
}

/**
 * The options as they are used: paths are those that the user means.
 *
 * @throws {CannotRunError} when one of them cannot be meant
 */
export function usableOptions({ spec, out, runtime, allowRemote }: GivenOptions): GenerateOptions {
  for (const [name, value] of Object.entries({ spec, out, runtime })) {
    if (value === '') throw new CannotRunError(`--${name} is empty; give it a value or leave it out.`)
  }
  const options = { spec: userPath(spec), out: userPath(out), runtime, allowRemote }
  if (isInside(realPath(options.spec), realPath(options.out))) {
    throw new CannotRunError(
      `${out} holds the document; generated files need a folder of their own. Choose another --out.`,
    )
  }
  return options
}

export function runtimeFor({ out, runtime }: GenerateOptions): string {
  if (runtime !== undefined) return runtime
  return resolve(out) === ours.out ? '../src/client/index.ts' : 'inference-gateways/client'
}
