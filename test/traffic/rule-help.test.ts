import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleHelp } from '../../src/traffic/rule-help.ts'
import { trafficChecks } from '../../src/traffic/traffic-checks.ts'
import { root } from '../workspace.ts'

const unknown = ruleHelp('drift/a-rule')

test('every check has a help of its own, and what drift alone says has another', () => {
  const source = readFileSync(join(root, 'src/traffic/judge-entry.ts'), 'utf8')
  const own = [...source.matchAll(/\bid: '([a-z-]+)'/g)].map(([, id]) => id ?? '')
  expect(own.sort()).toEqual(['credentials-not-sent', 'invalid-request-sent', 'undocumented-request-sent'])
  const helps = [...own, ...trafficChecks.map(({ id }) => id)].map(ruleHelp)
  expect(new Set(helps).size).toBe(helps.length)
  expect(helps).not.toContain(unknown)
  expect(ruleHelp('constructor')).toBe(unknown)
})
