// Run as `node cold.js NAME`; writes the milliseconds from nothing to the first verdict.

import { valid } from './gateways.js'

const start = performance.now()
const { verdict } = await import(`./${process.argv[2]}.js`)
verdict(valid)
process.stdout.write(String(performance.now() - start))
