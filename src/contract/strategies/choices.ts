import { isObject } from '../../document/json.ts'
import type { Case } from '../case.ts'
import { jsonBody, requestText } from '../request.ts'
import { samples } from '../sample.ts'
import type { Context } from '../strategy.ts'

/** One small valid request for each combination of the choices that a body offers. */
export function choices({ model, rules, requests }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const media = jsonBody(operation)
    const parts = requests(operation)?.parts
    if (!media || !parts) return []
    const bodies = samples(model, media.schema, 'required')
    const valid = bodies.filter((body) => rules.violations(media.schema, body).length === 0)
    return valid.map((body, index) => ({
      id: `choice/${operation.operationId}/${index + 1}${memberNames(body)}`,
      operation,
      request: requestText(operation, { ...parts, body }),
      expectation: { kind: 'accepted' as const },
      covers: [],
    }))
  })
}

function memberNames(body: unknown): string {
  return isObject(body) ? `-${Object.keys(body).sort().join('+')}` : ''
}
