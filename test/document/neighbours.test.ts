import { describe, expect, test } from 'vitest'
import { neighbours, pathsByLength } from '../../src/document/neighbours.ts'

const rows: [paths: string[], path: string, parameter: string, values: string[]][] = [
  [['/a/b', '/a/c'], '/a/{x}', 'x', ['b', 'c']],
  [['/a/c', '/{y}/c', '/a/b'], '/a/{x}', 'x', ['b', 'c']],
  [['/c/b', '/c/{y}', '/b/c'], '/a/{x}', 'x', []],
  [['/a', '/a/b/c', '/a/'], '/a/{x}', 'x', []],
  [['/a/mine', '/{y}/all'], '/{kind}/{x}', 'kind', []],
  [['/a/mine', '/{y}/all'], '/{kind}/{x}', 'x', ['all']],
  [['/a/{y}.json', '/a/{y}'], '/a/{x}', 'x', []],
  [['/a/b.json'], '/a/{x}.json', 'x', []],
  [['/a/b%20c/{z}', '/a/%ZZ/{z}'], '/a/{x}/{y}', 'x', ['%ZZ', 'b c']],
  [['/a/b'], '/a/{x}', 'y', []],
]

describe('values of a path parameter that name another path', () => {
  test.each(rows)('beside %j, %s has for %s: %j', (paths, path, parameter, values) => {
    expect(neighbours(pathsByLength([...paths, path]), path, parameter)).toEqual(values)
  })
})
