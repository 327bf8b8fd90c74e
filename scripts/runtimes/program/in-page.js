import { evalIsRefused } from './eval-is-refused.js'
import { program } from './program.js'

const refused = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective))

async function outcome() {
  const checks = await program(new URLSearchParams(location.search).get('service'))
  const policy = {
    name: 'nothing that the policy of the page forbids is tried',
    ok: refused.length === 0,
    detail: refused.join(),
  }
  return JSON.stringify([...checks, policy, evalIsRefused()])
}

globalThis.outcome = outcome()
