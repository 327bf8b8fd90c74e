import { type Check, statusGot } from '../check.ts'
import { jsonBody } from '../request.ts'
import { idIn, resourceAnswer, specificationIn } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'
import { differences } from '../resource/differences.ts'

/** A create under an identifier that exists is refused, or answers what exists, unchanged. */
export const duplicateCreateOverwrote: Check = {
  id: 'duplicate-create-overwrote',
  judge: (exchange, measure) => {
    const { known, shown } = resourceAnswer(exchange, 'duplicate') ?? {}
    if (!known?.sent) return []
    const { resource, sent, id = '' } = known
    const { inAnswer, specification, idMember } = resource
    if (!isDescribed(exchange, measure, [...inAnswer, ...specification, idMember])) return []
    const schema = jsonBody(resource.create)?.schema ?? true
    const isSame = idIn(resource, shown) === id.toLowerCase()
    const found = differences(measure.model, { schema, body: sent }, specificationIn(resource, shown) ?? {})
    if (isSame && found.length === 0) return []
    const message = 'A create under an identifier that exists was accepted with other contents'
    return [{ message, expected: 'a refusal, or what exists, unchanged', got: statusGot(exchange.response) }]
  },
}
