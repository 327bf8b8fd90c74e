import { ValidationError, type Violation } from './errors.ts'
import { isJson } from './media-type.ts'
import type { Validation, Validator, ValidatorError, Validators } from './options.ts'
import { forStatus } from './response-body.ts'

/**
 * Holds requests and answers against the generated validators of a document (`operationValidators`).
 *
 * @param loadResponses loads those of the answers before the first call that needs them, where `validators` have none
 */
export function validation(validators: Validators, loadResponses?: () => Promise<Validators>): Validation {
  let ofResponses = validators
  return {
    ...(loadResponses && {
      load: async () => {
        ofResponses = await loadResponses()
      },
    }),
    request: (operationId, { parameters = {}, body }, mediaType) => {
      const own = validators[operationId]
      check(own?.parameters, parameters, `parameters of the request of ${operationId}`, 'request')
      // What is sent in another media type is not what the schema of the JSON body describes.
      if (isJson(mediaType)) check(own?.requestBody, body, `body of the request of ${operationId}`, 'request')
    },
    response: (operationId, status, body) => {
      const validator = forStatus(ofResponses[operationId]?.responses, status)
      check(validator, body, `body of the response of ${operationId}`, 'response')
    },
  }
}

/** @throws {ValidationError} which names places and rules and quotes no value of a request */
function check(
  validator: Validator | undefined,
  value: unknown,
  what: string,
  direction: ValidationError['direction'],
): void {
  if (!validator || validator(value)) return
  const violations = violationsFrom(validator.errors ?? [])
  const { pointer, keyword, message } = violations[0]
  const isRequest = direction === 'request'
  throw new ValidationError(
    `The ${what}${pointer && ` at ${pointer}`} ${message}${isRequest ? '; nothing was sent' : ''}`,
    { direction, violations, pointer, keyword },
    isRequest ? {} : { body: value },
  )
}

function violationsFrom(errors: readonly ValidatorError[]): [Violation, ...Violation[]] {
  const last = errors.at(-1)
  const isChoice = last && /^(one|any)Of$/.test(last.keyword)
  const [first, ...others] = isChoice ? [choice(errors, last)] : errors.map(violation)
  return [first ?? { pointer: '', keyword: '', message: invalid }, ...others]
}

const invalid = 'is not valid'

function violation({ instancePath, keyword, params, message = invalid }: ValidatorError): Violation {
  if (keyword !== 'required') return { pointer: instancePath, keyword, message }
  return { pointer: `${instancePath}/${params.missingProperty}`, keyword, message: 'is required' }
}

/**
 * A failed choice comes as the errors of each of its branches and then its own. Which members these miss or forbid tells
 * the rule, in one sentence; else what each of them asks for.
 */
function choice(errors: readonly ValidatorError[], { instancePath, keyword }: ValidatorError): Violation {
  const missing = unique(errors.map(({ keyword: word, params }) => word === 'required' && params.missingProperty))
  const surplus = unique(
    errors.map((error) => error.keyword === 'false schema' && error.instancePath.split('/').at(-1)),
  )
  const members = unique([...missing, ...surplus])
  const message =
    surplus.length === 1 && missing[0]
      ? `must have ${missing.join(' and ')} beside ${surplus}`
      : members.length > 1
        ? `must have exactly one of ${members.join(', ')}`
        : unique(errors.slice(0, -1).map(demand)).join(' or ') || invalid
  return { pointer: instancePath, keyword, message }
}

function demand({ message, params: { allowedValues } }: ValidatorError): string | undefined {
  return Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(', ')}` : message
}

/** What there is, each once. */
function unique<Value>(values: readonly Value[]): Exclude<Value, undefined | false>[] {
  return [...new Set(values)].filter(Boolean) as Exclude<Value, undefined | false>[]
}
