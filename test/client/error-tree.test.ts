import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as errors from '../../src/client/errors.ts'
import * as published from '../../src/client/index.ts'
import { root } from '../workspace.ts'

type Tree = Record<string, string>

/** Class → parent, as a comment draws them: each level is three characters further in. */
function drawn(source: string): Tree {
  const lines = [...source.matchAll(/^ \* {5}([│├└─ ]*)(\w+)/gm)].map(
    ([, lead = '', name = '']) => [lead.length / 3, name] as const,
  )
  const tree: Tree = {}
  const path: string[] = []
  for (const [depth, name] of lines) {
    path[depth] = name
    tree[name] = path[depth - 1] ?? 'Error'
  }
  return tree
}

/** Class → parent, as they are exported. */
function exported(module: object): Tree {
  const classes = Object.values(module).filter(
    (value): value is { readonly name: string } => typeof value === 'function' && value.prototype instanceof Error,
  )
  return Object.fromEntries(classes.map((one) => [one.name, Object.getPrototypeOf(one).name]))
}

const source = readFileSync(join(root, 'src/client/errors.ts'), 'utf8')

describe('the tree at the top of errors.ts', () => {
  test('names every error class under its parent, and no other', () => {
    expect(drawn(source)).toEqual(exported(errors))
    expect(Object.keys(drawn(source))).toHaveLength(13)
  })

  test('is not taken for complete when it lacks a class or has it in another place', () => {
    expect(drawn(source.replace(/^.*RedirectError {2}.*\n/m, ''))).not.toEqual(exported(errors))
    expect(drawn(source.replace('│  ├─ RedirectError', '├─ RedirectError   '))).not.toEqual(exported(errors))
  })
})

test('every error class is published', () => {
  expect(exported(published)).toEqual(exported(errors))
})
