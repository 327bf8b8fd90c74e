import type { Parameter } from '../../document/model.ts'
import { parameterText, type Written } from '../../document/parameter-text.ts'

/** What a served page knows of its operation. */
export interface TryIt {
  readonly method: string
  readonly path: string
  /** Where the token goes; null where none is asked for. */
  readonly credential: { readonly in: 'header' | 'query'; readonly name: string; readonly prefix: string } | null
  readonly parameters: readonly {
    readonly parameter: Written & Pick<Parameter, 'required'>
    /** Whether it is written as it is; otherwise as JSON. */
    readonly isText: boolean
    readonly text: string
  }[]
  readonly mediaType: string | null
  readonly body: string | null
}

const panel = document.querySelector<HTMLElement>('#try-it-panel')
if (panel?.dataset.operation !== undefined) fill(panel, JSON.parse(panel.dataset.operation))

/** A form that sends one request to the local service behind the server of this page. */
function fill(place: HTMLElement, given: TryIt): void {
  const form = document.createElement('form')
  form.className = 'try-it'
  const note = document.createElement('p')
  note.textContent = 'Sends to the local service alone. The token stays in this page and is forgotten with it.'
  const token = given.credential && field('Token', 'try-token', { type: 'password', value: 'sandbox-token' })
  const parameters = given.parameters.map((one) => {
    const { name, in: place, required } = one.parameter
    const title = `${name} (${place}${required ? ', required' : ''}${one.isText ? '' : ', as JSON'})`
    const made = field(title, `try-${place}-${name}`, { type: 'text', value: one.text })
    made.input.required = required
    return { ...one, ...made }
  })
  const body = given.body === null ? undefined : textArea('Body', 'try-body', given.body)
  const send = document.createElement('button')
  send.textContent = 'Send'
  const answer = document.createElement('pre')
  answer.setAttribute('aria-live', 'polite')
  answer.textContent = 'No answer yet.'
  form.append(
    note,
    ...(token?.parts ?? []),
    ...parameters.flatMap(({ parts }) => parts),
    ...(body?.parts ?? []),
    send,
    answer,
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    answer.textContent = 'Sending …'
    const filledIn = parameters
      .filter(({ input }) => input.value !== '')
      .map(({ parameter, isText, input }) => ({
        name: parameter.name,
        place: parameter.in,
        text: parameterText(parameter, isText ? input.value : parsed(input.value)),
      }))
    answer.textContent = await sent(given, filledIn, { token: token?.input.value ?? '', body: body?.input.value })
  })
  place.replaceChildren(form)
}

interface FilledIn {
  readonly name: string
  readonly place: Parameter['in']
  readonly text: string
}

async function sent(
  { method, path, mediaType, credential }: TryIt,
  parameters: readonly FilledIn[],
  { token, body }: { readonly token: string; readonly body: string | undefined },
): Promise<string> {
  const texts = (place: Parameter['in']) => parameters.filter((one) => one.place === place)
  const paths = new Map(texts('path').map(({ name, text }) => [name, text]))
  const address = path.replaceAll(/\{([^{}]+)\}/g, (_, name) => paths.get(name) ?? '')
  const secret = token === '' ? null : credential
  const query = [
    ...texts('query').map(({ text }) => text),
    ...(secret?.in === 'query' ? [`${encodeURIComponent(secret.name)}=${encodeURIComponent(token)}`] : []),
  ].join('&')
  try {
    const response = await fetch(`/-/try${address}${query === '' ? '' : `?${query}`}`, {
      method,
      headers: {
        ...(secret?.in === 'header' ? { [secret.name]: `${secret.prefix}${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': mediaType ?? 'application/json' }),
        ...Object.fromEntries(texts('header').map(({ name, text }) => [name, text])),
      },
      ...(body === undefined ? {} : { body }),
    })
    return `${response.status} ${response.statusText}\n\n${pretty(await response.text())}`
  } catch (error) {
    return `Nothing came back: ${error instanceof Error ? error.message : error}`
  }
}

/** A value that is written as JSON, or else as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function pretty(text: string): string {
  const value = parsed(text)
  return value === text ? text : JSON.stringify(value, null, 2)
}

function field(title: string, id: string, { type, value }: { type: string; value: string }) {
  const input = document.createElement('input')
  Object.assign(input, { id, type, value, autocomplete: 'off', spellcheck: false })
  return { input, parts: [labelFor(title, id), input] }
}

function textArea(title: string, id: string, value: string) {
  const input = document.createElement('textarea')
  Object.assign(input, { id, value, spellcheck: false })
  return { input, parts: [labelFor(title, id), input] }
}

function labelFor(title: string, id: string): HTMLLabelElement {
  const label = document.createElement('label')
  label.htmlFor = id
  label.textContent = title
  return label
}
