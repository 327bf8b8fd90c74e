import { brokenRules } from './strategies/broken-rules.ts'
import { choices } from './strategies/choices.ts'
import { documentedExamples } from './strategies/documented-examples.ts'
import { documentedParameters } from './strategies/documented-parameters.ts'
import { documentedResponses } from './strategies/documented-responses.ts'
import { missingToken } from './strategies/missing-token.ts'
import { transportFaults } from './strategies/transport-faults.ts'
import type { Strategy } from './strategy.ts'

/** All strategies, in the order in which their cases are reported. */
export const strategies: readonly Strategy[] = [
  { id: 'documented-examples', cases: documentedExamples, needsMock: false },
  { id: 'documented-parameters', cases: documentedParameters, needsMock: false },
  { id: 'choices', cases: choices, needsMock: false },
  { id: 'documented-responses', cases: documentedResponses, needsMock: true },
  { id: 'broken-rules', cases: brokenRules, needsMock: false },
  { id: 'missing-token', cases: missingToken, needsMock: false },
  { id: 'transport-faults', cases: transportFaults, needsMock: false },
]
