import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { canonical } from '../../src/document/canonical.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { redocly } from '../../src/document/redocly.ts'
import { overlay } from '../../src/upstream/overlay.ts'
import { mutants, mutated } from '../diff/mutants.ts'
import { root, temporaryFolder } from '../workspace.ts'
import { applyOverlay, type Merge } from './apply-overlay.ts'

const ours: JsonObject = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'))

async function vendor(month: string): Promise<JsonObject> {
  return (await readDocument(join(root, `test/fixtures/vendor-move/${month}.yaml`))).bundle
}

function text(document: unknown): string {
  return JSON.stringify(canonical(document))
}

/** What becomes of the first document by the overlay that leads to the second. */
function led(from: JsonObject, to: JsonObject, merge: Merge): string {
  const changes = overlay(from, to)
  return text(changes === undefined ? from : applyOverlay(from, changes, merge))
}

describe.each(['deep', 'shallow'] as const)('an overlay applied by a tool that merges %s', (merge) => {
  test.each(mutants)('leads to the document of $id, and back', (mutant) => {
    const theirs = mutated(ours, mutant)
    expect(led(ours, theirs, merge)).toBe(text(theirs))
    expect(led(theirs, ours, merge)).toBe(text(ours))
  })

  test('leads from ours to both published documents, and between them', async () => {
    const [may, june] = [await vendor('may'), await vendor('june')]
    for (const [from, to] of [
      [ours, may],
      [ours, june],
      [may, june],
      [june, may],
      [june, ours],
    ] as const) {
      expect(led(from, to, merge)).toBe(text(to))
    }
  })

  test('leads from any object to any other', () => {
    const name = fc.oneof(
      fc.constantFrom('a', 'b', '__proto__', 'constructor', "it's", 'a.b', '/a', '\\', '$ref', '\n'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    const { tree } = fc.letrec<{ tree: unknown; object: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 0, 1, '', 'x'),
        fc.array(tie('tree'), { maxLength: 2 }),
        tie('object'),
      ),
      object: fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
    }))
    const object = fc.dictionary(name, tree, { maxKeys: 4 })
    fc.assert(
      fc.property(object, object, (from, to) => {
        const changes = overlay(from, to)
        const after = changes === undefined ? from : applyOverlay(from, parse(stringify(changes)), merge)
        expect(sorted(after)).toBe(sorted(to))
      }),
      { numRuns: 500 },
    )
  })
})

/** Every member sorted, those of values too. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))
      : member,
  )
}

describe('an overlay', () => {
  test('is none where two documents differ in the order of members alone', () => {
    expect(overlay(ours, Object.fromEntries(Object.entries(ours).toReversed()))).toBeUndefined()
  })

  const rows: [string, JsonObject, JsonObject, object[]][] = [
    ['a value changes', { a: 1 }, { a: 2 }, [{ target: '$', update: { a: 2 } }]],
    ['a member goes', { a: { b: 1, c: 2 } }, { a: { c: 2 } }, [{ target: '$.a.b', remove: true }]],
    ['a member comes', { a: { c: 2 } }, { a: { c: 2, b: { d: 1 } } }, [{ target: '$.a', update: { b: { d: 1 } } }]],
    [
      'a list changes',
      { a: [1, 2] },
      { a: [1] },
      [
        { target: '$.a', remove: true },
        { target: '$', update: { a: [1] } },
      ],
    ],
    [
      'two objects have nothing in common',
      { a: { b: 1 } },
      { a: { c: 1 } },
      [
        { target: '$.a', remove: true },
        { target: '$', update: { a: { c: 1 } } },
      ],
    ],
    [
      'a value becomes null, which some tools take for a removal',
      { a: 1 },
      { a: null },
      [
        { target: '$.a', remove: true },
        { target: '$', update: { a: null } },
      ],
    ],
    [
      'names have to be quoted',
      { paths: { "/it's/{id}": { get: { a: 1, b: 1 } } } },
      { paths: { "/it's/{id}": { get: { b: 1 } } } },
      [{ target: "$.paths['/it\\'s/{id}'].get.a", remove: true }],
    ],
  ]
  test.each(rows)('is small when %s', (_, from, to, actions) => {
    expect(overlay(from, to)?.actions).toEqual(actions)
  })

  test('keeps a member called __proto__ a member', () => {
    const to = JSON.parse('{"__proto__":{"a":1}}')
    expect(JSON.stringify(overlay({}, to)?.actions)).toBe('[{"target":"$","update":{"__proto__":{"a":1}}}]')
  })

  test('is one that the linter finds valid', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'overlay.yaml'), stringify(overlay(ours, await vendor('june'))))
    // The linter looks for what an update refers to in the overlay itself, where it cannot be.
    const config = 'extends: [recommended-strict]\nrules: { no-unresolved-refs: off }\n'
    writeFileSync(join(folder, 'redocly.yaml'), config)
    const { code, output } = await redocly(['lint', 'overlay.yaml'], folder)
    expect(output).toContain('Your API description is valid')
    expect(code).toBe(0)
  })
})
