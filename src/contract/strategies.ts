import { authentication, lowerCaseScheme, wrongTokens } from './strategies/authentication.ts'
import { boundaries } from './strategies/boundaries.ts'
import { brokenRules } from './strategies/broken-rules.ts'
import { charsetParameter } from './strategies/charset-parameter.ts'
import { choices } from './strategies/choices.ts'
import { documentedExamples } from './strategies/documented-examples.ts'
import { documentedParameters } from './strategies/documented-parameters.ts'
import { documentedResponses } from './strategies/documented-responses.ts'
import { enumValues } from './strategies/enum-values.ts'
import { letterCase } from './strategies/letter-case.ts'
import { offeredValues } from './strategies/offered-values.ts'
import { optionalProperties } from './strategies/optional-properties.ts'
import { randomValues } from './strategies/random-values.ts'
import { transportFaults } from './strategies/transport-faults.ts'
import { undocumentedOperations } from './strategies/undocumented-operations.ts'
import { valuesNotOffered } from './strategies/values-not-offered.ts'
import type { Strategy } from './strategy.ts'

/** All strategies, in the order in which their cases are reported. */
export const strategies: readonly Strategy[] = [
  { id: 'documented-examples', cases: documentedExamples },
  { id: 'documented-parameters', cases: documentedParameters },
  { id: 'choices', cases: choices },
  { id: 'optional-properties', cases: optionalProperties },
  { id: 'enum-values', cases: enumValues },
  { id: 'boundaries', cases: boundaries },
  { id: 'letter-case', cases: letterCase },
  { id: 'charset-parameter', cases: charsetParameter },
  { id: 'offered-values', cases: offeredValues, needs: 'offers' },
  { id: 'random-values', cases: randomValues },
  { id: 'documented-responses', cases: documentedResponses, needs: 'mock' },
  { id: 'broken-rules', cases: brokenRules },
  { id: 'values-not-offered', cases: valuesNotOffered, needs: 'offers' },
  { id: 'authentication', cases: authentication },
  { id: 'lower-case-scheme', cases: lowerCaseScheme },
  { id: 'wrong-tokens', cases: wrongTokens, needs: 'token' },
  { id: 'transport-faults', cases: transportFaults },
  { id: 'undocumented-operations', cases: undocumentedOperations },
]
