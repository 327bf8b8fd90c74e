// Run as `node --expose-gc rounds.js NAME …`; writes the nanoseconds of each piece of work as JSON, by name and work: those
// of rounds in which the programs take turns. What the engine makes of a program differs from one process to the next.

import { deepStrictEqual } from 'node:assert'
import { invalid, valid } from './gateways.js'

const names = process.argv.slice(2)
const warmUps = 5
const rounds = 5
const calls = { valid: 20_000, invalid: 20_000, validErrors: 20_000, invalidErrors: 4_000, text: 10_000 }
const text = JSON.stringify(valid)
const works = {
  valid: ({ verdict }) => verdict(valid),
  invalid: ({ verdict }) => verdict(invalid),
  validErrors: ({ errors }) => errors(valid),
  invalidErrors: ({ errors }) => errors(invalid),
  text: ({ verdict }) => verdict(JSON.parse(text)),
}
const modules = await Promise.all(names.map((name) => import(`./${name}.js`)))
const taken = names.map(() => Object.fromEntries(Object.keys(works).map((work) => [work, []])))
for (const [index, { verdict, errors }] of modules.entries()) {
  deepStrictEqual([verdict(valid), verdict(invalid)], [true, false], names[index])
  deepStrictEqual([errors(valid).length, errors(invalid).length > 0], [0, true], names[index])
}
for (let round = -warmUps; round < rounds; round++) {
  // Nobody always follows the same one.
  const order = [...modules.entries()]
  if (round % 2 !== 0) order.reverse()
  for (const [work, run] of Object.entries(works)) {
    for (const [index, module] of order) {
      globalThis.gc({ type: 'minor' })
      const start = performance.now()
      for (let call = 0; call < calls[work]; call++) run(module)
      if (round >= 0) taken[index][work].push(((performance.now() - start) * 1e6) / calls[work])
    }
  }
}
process.stdout.write(JSON.stringify(Object.fromEntries(names.map((name, index) => [name, taken[index]]))))
