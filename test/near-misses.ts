import fc from 'fast-check'
import { isObject } from '../src/document/json.ts'

/** Values close to the given ones: the same with a few members or items replaced, removed or added, and any JSON. */
export function nearMisses(bases: readonly unknown[]): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(...edgeCases),
    fc.string(),
    fc.integer({ min: -(2 ** 33), max: 2 ** 33 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const edit = fc.record({
    path: fc.array(fc.nat(20), { maxLength: 5 }),
    kind: fc.constantFrom('replace', 'remove', 'add'),
    leaf,
  })
  const edited = fc
    .tuple(fc.constantFrom(...bases), fc.array(edit, { maxLength: 3 }))
    .map(([base, edits]) =>
      edits.reduce<unknown>((value, { path, kind, leaf: other }) => changed(value, path, kind, other), base),
    )
  return fc.oneof({ weight: 9, arbitrary: edited }, { weight: 1, arbitrary: leaf })
}

const edgeCases: readonly unknown[] = [
  ...[null, true, 0, -1, 2 ** 31, 2 ** 31 - 1, -(2 ** 31) - 1, 1.5, '', ' ', {}, []],
  ...['x'.repeat(38), 'x'.repeat(39), '😀'.repeat(38), '😀'.repeat(39), 'x'.repeat(100), 'x'.repeat(101)],
  ...['2026-05-06T09:30:00Z', '2026-05-06T23:59:60Z', '2026-02-30T00:00:00Z', '2026-05-06', 'not a date'],
  ...['5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10', '5F0C7F4E-8A51-4C1E-9F1D-3D1A0A3A7B10', 'no-uuid'],
  ...['https://example.com/', '//example.com', 'a b', 'API_TYPE_OPENAI', 'STATUS_READY', 'STATUS_NEW', 'not_found'],
  ...[Array.from({ length: 50 }, () => '203.0.113.0/24'), Array.from({ length: 51 }, () => '203.0.113.0/24')],
]

const knownNames = [
  'coreWeaveAuth',
  'weightsAndBiasesAuth',
  'bodyBasedRouting',
  'headerBasedRouting',
  'pathBasedRouting',
  'apiKey',
  'serverUrl',
  'zones',
  'extra',
]

function changed(value: unknown, [step, ...rest]: readonly number[], kind: string, leaf: unknown): unknown {
  if (step === undefined) return leaf
  if (Array.isArray(value)) return changedList(value, [step, ...rest], kind, leaf)
  if (!isObject(value)) return leaf
  const keys = kind === 'add' ? knownNames : Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return value
  const { [key]: member, ...others } = value
  if (kind === 'remove' && rest.length === 0) return others
  if (kind === 'add') return { ...value, [key]: leaf }
  return { ...others, [key]: changed(member, rest, kind, leaf) }
}

function changedList(
  value: readonly unknown[],
  [step = 0, ...rest]: readonly number[],
  kind: string,
  leaf: unknown,
): unknown {
  if (kind === 'add' || value.length === 0) return [...value, leaf]
  const index = step % value.length
  if (kind === 'remove' && rest.length === 0) return value.toSpliced(index, 1)
  return value.with(index, changed(value[index], rest, kind, leaf))
}
