import { pointerOf, valueUnder } from '../../document/json.ts'
import { type Check, shortened, type Verdict } from '../check.ts'
import { idIn, type ResourceAnswer, resourceAnswer, specificationIn } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'

/** The resource that comes back is the one that was asked for: it carries its identifier and its name. */
export const wrongResource: Check = {
  id: 'wrong-resource',
  judge: (exchange, measure) => {
    const answer = resourceAnswer(exchange, 'create', 'read', 'update', 'delete', 'touch')
    if (!answer) return []
    const isDue = (tokens: readonly string[]) => isDescribed(exchange, measure, tokens)
    return [...wrongId(answer, isDue), ...wrongName(answer, isDue)]
  },
}

/** Whether an answer is to hold something there. */
type IsDue = (tokens: readonly string[]) => boolean

function wrongId({ known: { id, resource }, shown }: ResourceAnswer, isDue: IsDue): Verdict[] {
  const tokens = [...resource.inAnswer, ...resource.specification, resource.idMember]
  const got = idIn(resource, shown)
  if (!isDue(tokens) || (id === undefined ? got !== undefined && got !== '' : got === id.toLowerCase())) return []
  const thing = resource.name.replace(/s$/, '')
  return [
    {
      message:
        got === undefined
          ? `The answer does not show the ${thing}: it has no identifier`
          : `The answer is not about the ${thing} of the request`,
      pointer: pointerOf(tokens),
      expected: id ?? 'an identifier',
      got: got === undefined ? 'no identifier' : shortened(got),
    },
  ]
}

function wrongName({ known: { sent, resource }, shown }: ResourceAnswer, isDue: IsDue): Verdict[] {
  const { nameMember } = resource
  if (nameMember === undefined || typeof sent?.[nameMember] !== 'string') return []
  const got = valueUnder(specificationIn(resource, shown), [nameMember])
  const tokens = [...resource.inAnswer, ...resource.specification, nameMember]
  if (!isDue(tokens) || got === sent[nameMember]) return []
  return [
    {
      message: 'The answer does not carry the name that was sent',
      pointer: pointerOf(tokens),
      expected: JSON.stringify(sent[nameMember]),
      got: got === undefined ? 'no name' : shortened(JSON.stringify(got)),
    },
  ]
}
