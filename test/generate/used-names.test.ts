import { Ajv2020 } from 'ajv/dist/2020.js'
import { CodeGen } from 'ajv/dist/compile/codegen/index.js'
import { expect, onTestFinished, test } from 'vitest'
import { type CodeNode, usedNames } from '../../src/generate/used-names.ts'

/** One of each form of code that ajv builds: conditions, loops of all kinds, errors that are caught. */
const schema = {
  type: 'object',
  required: ['a', 'b'],
  minProperties: 1,
  properties: {
    a: { oneOf: [{ const: 1 }, { type: 'string', pattern: '^x' }], not: { const: 'xx' } },
    b: { type: 'array', uniqueItems: true, items: { enum: [1, 2, 'three'] }, contains: { const: 1 }, minContains: 1 },
    c: { if: { type: 'string' }, else: { $ref: '#/properties/a' } },
  },
  patternProperties: { '^p': { type: 'integer', multipleOf: 2 } },
  propertyNames: { maxLength: 3 },
  unevaluatedProperties: { anyOf: [{ type: 'null' }, { type: 'boolean' }] },
  dependentRequired: { a: ['b'] },
}

test.each([{}, { allErrors: true }, { ownProperties: true }])(
  'names are counted as ajv counts them, with %o',
  (options) => {
    const { optimize } = CodeGen.prototype
    onTestFinished(() => {
      CodeGen.prototype.optimize = optimize
    })
    const counts: object[][] = []
    CodeGen.prototype.optimize = function checked(this: unknown) {
      const { _root } = this as { readonly _root: CodeNode }
      counts.push([usedNames(_root), _root.names])
      optimize.call(this as CodeGen)
    }
    expect(new Ajv2020(options).compile(schema)({ a: 1, b: [1] })).toBe(true)
    expect(counts.length).toBeGreaterThan(0)
    for (const [own, byAjv] of counts) expect(own).toEqual(byAjv)
    expect(Object.keys(counts[0]?.[0] ?? {}).length).toBeGreaterThan(20)
  },
)
