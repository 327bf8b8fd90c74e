import { contractDocument } from '../../src/contract/contract-document.ts'
import { casesFor } from '../../src/contract/plan.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { contextOf } from '../../src/contract/strategy.ts'

// Run as `node growth-cases.ts SPEC`; writes how many cases the contract suite makes of the document.

const { model } = await contractDocument(process.argv[2] ?? '')
const cases = casesFor(contextOf(model, schemaRules(model)), { mock: true, token: true, offers: false })
process.stdout.write(`${cases.length}\n`)
