import type { Example, MediaType, Operation, Parameter } from '../document/model.ts'
import type { Reference } from '../document/reference.ts'
import { type Phrase, valueText } from './phrase.ts'
import type { Sampled } from './samples/samples.ts'
import { type MemberView, type SchemaTeller, type SchemaView, schemaTeller } from './schema/schema-view.ts'
import { schemePhrase } from './scheme-phrase.ts'

/** An operation as its page tells it. */
export interface OperationView extends Sampled {
  readonly operation: Operation
  readonly title: string
  /** Each alternative tells the schemes that are needed together. */
  readonly security: readonly (readonly SchemeView[])[]
  readonly parameters: readonly ParameterView[]
  readonly body: BodyView | undefined
  readonly responses: readonly ResponseView[]
}

/** A scheme as one operation needs it. */
export interface SchemeView {
  readonly name: string
  readonly how: Phrase
  readonly scopes: readonly string[]
  readonly description: string
}

export interface ParameterView {
  readonly member: MemberView
  readonly in: Parameter['in']
  readonly examples: readonly Example[]
}

export interface BodyView {
  readonly required: boolean
  readonly description: string
  readonly contents: readonly ContentView[]
}

export interface ContentView {
  readonly mediaType: string
  readonly anchor: string
  readonly schema: SchemaView
  readonly examples: readonly ExampleView[]
}

export interface ExampleView {
  readonly name: string
  readonly anchor: string
  readonly summary: string
  readonly description: string
  readonly language: 'json' | 'text'
  readonly code: string
}

export interface ResponseView {
  readonly status: string
  readonly anchor: string
  readonly description: string
  readonly headers: readonly MemberView[]
  readonly contents: readonly ContentView[]
}

export function operationView(reference: Reference, operation: Operation, sampled: Sampled): OperationView {
  const teller = schemaTeller(reference)
  const { requestBody, responses } = operation
  return {
    operation,
    title: operationTitle(operation),
    security: operation.security.map((alternative) => Object.entries(alternative).map(schemeViews(reference))),
    parameters: operation.parameters.map((parameter) => parameterView(teller, parameter)),
    body: requestBody && {
      required: requestBody.required,
      description: requestBody.description,
      contents: contentViews(teller, requestBody.content, 'request'),
    },
    responses: responses.map((response) => {
      const anchor = teller.anchor(`response-${response.status}`)
      const headers = response.headers.map(({ name, required, description, schema }) => {
        const place = teller.anchor(`${anchor}-header-${name}`)
        const told = teller.view(schema, place)
        return {
          name,
          hasFixedName: true,
          anchor: place,
          required,
          schema: { ...told, description: description || told.description },
        }
      })
      const { status, description, content } = response
      return { status, anchor, description, headers, contents: contentViews(teller, content, `${anchor}-body`) }
    }),
    ...sampled,
  }
}

function schemeViews({ securitySchemes }: Reference) {
  return ([name, scopes]: [string, readonly string[]]): SchemeView => {
    const known = securitySchemes.find((one) => one.name === name)
    return { name, how: known ? schemePhrase(known.scheme) : [], scopes, description: known?.description.trim() ?? '' }
  }
}

export function operationTitle({ summary, operationId }: Operation): string {
  return summary.trim().replace(/\.$/, '') || operationId
}

/** A parameter with what it says itself put before what its schema says. */
function parameterView(teller: SchemaTeller, parameter: Parameter): ParameterView {
  const { name, required, examples } = parameter
  const anchor = teller.anchor(`${parameter.in}.${name}`)
  const schema = teller.view(parameter.schema, anchor)
  const told: SchemaView = {
    ...schema,
    description: [parameter.description, schema.description].filter((text) => text !== '').join('\n\n'),
    constraints: [...schema.constraints, ...examples.map(({ value }) => ['for example ', { code: valueText(value) }])],
    marks: parameter.deprecated ? [...new Set([...schema.marks, 'deprecated' as const])] : schema.marks,
  }
  return { member: { name, hasFixedName: true, anchor, required, schema: told }, in: parameter.in, examples }
}

function contentViews(teller: SchemaTeller, content: readonly MediaType[], place: string): ContentView[] {
  return content.map(({ mediaType, isJson, schema, examples }) => {
    const anchor = teller.anchor(place)
    return {
      mediaType,
      anchor,
      schema: teller.view(schema, anchor),
      examples: examples.map((example) => exampleView(teller, anchor, example, isJson)),
    }
  })
}

function exampleView(teller: SchemaTeller, place: string, example: Example, isJson: boolean): ExampleView {
  const { name, summary, description, value } = example
  const isText = !isJson && typeof value === 'string'
  return {
    name,
    anchor: teller.anchor(`${place}-example-${name}`),
    summary,
    description,
    language: isText ? 'text' : 'json',
    code: isText ? value : JSON.stringify(value, null, 2),
  }
}
