import * as full from 'inference-gateways'
import * as bare from 'inference-gateways/bare'
import { failureChecks } from './failures.js'
import { lifeChecks } from './life.js'
import { limitChecks } from './limits.js'
import { secretChecks } from './secrets.js'
import { bareChecks, validationChecks } from './validation.js'
import { workplace } from './workplace.js'

/** Longer than any check takes, in milliseconds. */
const hangMs = 15_000

const checks = [...lifeChecks, ...failureChecks, ...limitChecks]

/** Uses what the package publishes, one statement after the other, and answers which of them hold. */
export async function program(baseUrl) {
  return [
    ...(await tried('.', workplace(full, baseUrl), [...checks, ...validationChecks, ...secretChecks])),
    ...(await tried('./bare', workplace(bare, baseUrl), [...checks, ...bareChecks, ...secretChecks])),
  ]
}

async function tried(entry, place, list) {
  const results = []
  for (const [name, check] of list) {
    const detail = await inTime(check(place)).then(() => '', described)
    results.push({ name: `${entry} ${name}`, ok: detail === '', detail })
  }
  return results
}

/** A call that hangs must not keep the others from being told. */
function inTime(check) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it hangs')), hangMs)
    check.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** The message and the first line of the stack, which not every engine begins with the message. */
function described(error) {
  const [place = ''] = /[^\n]*:\d+:\d+\)?$/m.exec(error?.stack ?? '') ?? []
  return `${error} ${place.trim()}`
}
