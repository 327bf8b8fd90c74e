import { ValidationError, type Violation } from './errors.ts'
import { isJson } from './media-type.ts'
import type { Validation, Validator, ValidatorError, Validators } from './options.ts'
import { forStatus } from './response-body.ts'

/** Holds requests and answers against the generated validators of a document (`operationValidators`). */
export function validation(validators: Validators): Validation {
  return {
    request: (operationId, { parameters = {}, body }, mediaType) => {
      const own = validators[operationId]
      check(own?.parameters, parameters, { operationId, direction: 'request', what: 'parameters' })
      // What is sent in another media type is not what the schema of the JSON body describes.
      if (isJson(mediaType)) check(own?.requestBody, body, { operationId, direction: 'request', what: 'body' })
    },
    response: (operationId, status, body) => {
      const validator = forStatus(validators[operationId]?.responses, status)
      check(validator, body, { operationId, direction: 'response', what: 'body' })
    },
  }
}

/** What is held against the document, for the error. */
interface Checked {
  readonly operationId: string
  readonly direction: 'request' | 'response'
  readonly what: 'parameters' | 'body'
}

/** @throws {ValidationError} which names places and rules and quotes no value of a request */
function check(validator: Validator | undefined, value: unknown, { operationId, direction, what }: Checked): void {
  if (!validator || validator(value)) return
  const violations = violationsFrom(validator.errors ?? [])
  const { pointer, keyword, message } = violations[0]
  const sent = direction === 'request' ? '; nothing was sent' : ''
  const place = pointer === '' ? '' : ` at ${pointer}`
  throw new ValidationError(
    `The ${what} of the ${direction} of ${operationId}${place} ${message}${sent}`,
    {
      ...{ operationId, direction, violations, pointer, keyword },
    },
    direction === 'response' ? { body: value } : {},
  )
}

function violationsFrom(errors: readonly ValidatorError[]): [Violation, ...Violation[]] {
  const last = errors.at(-1)
  const isChoice = last && /^(one|any)Of$/.test(last.keyword)
  const [first, ...others] = isChoice ? [choice(errors, last)] : errors.map(violation)
  return [first ?? { pointer: '', keyword: '', message: 'is not valid' }, ...others]
}

function violation({ instancePath, keyword, params, message = 'is not valid' }: ValidatorError): Violation {
  if (keyword !== 'required') return { pointer: instancePath, keyword, message }
  return { pointer: `${instancePath}/${params.missingProperty}`, keyword, message: 'is required' }
}

/**
 * A failed choice comes as the errors of each of its branches and then its own. Which members these miss or forbid tells
 * the rule, in one sentence.
 */
function choice(errors: readonly ValidatorError[], { instancePath, keyword }: ValidatorError): Violation {
  const named = (word: string, name: (error: ValidatorError) => unknown) => [
    ...new Set(errors.filter((error) => error.keyword === word).map((error) => String(name(error)))),
  ]
  const missing = named('required', ({ params }) => params.missingProperty)
  const surplus = named('false schema', (error) => error.instancePath.split('/').at(-1))
  return { pointer: instancePath, keyword, message: rule(missing, surplus) ?? branches(errors) }
}

function rule(missing: readonly string[], surplus: readonly string[]): string | undefined {
  if (surplus.length === 1 && missing.length > 0) return `must have ${missing.join(' and ')} beside ${surplus[0]}`
  const members = [...new Set([...missing, ...surplus])]
  if (members.length < 2) return undefined
  return `must have exactly one of ${members.slice(0, -1).join(', ')} and ${members.at(-1)}`
}

function branches(errors: readonly ValidatorError[]): string {
  const said = errors
    .slice(0, -1)
    .map(({ message, params: { allowedValues } }) =>
      Array.isArray(allowedValues) ? `must be one of ${allowedValues.join(', ')}` : message,
    )
  return [...new Set(said)].join(' or ') || 'is not valid'
}
