/** What a served page knows of its operation. */
interface Given {
  readonly method: string
  readonly path: string
  readonly parameters: readonly { name: string; in: string; required: boolean; value: string }[]
  readonly mediaType: string | null
  readonly body: string | null
}

const panel = document.querySelector<HTMLElement>('#try-it-panel')
if (panel?.dataset.operation !== undefined) fill(panel, JSON.parse(panel.dataset.operation))

/** A form that sends one request to the local service behind the server of this page. */
function fill(place: HTMLElement, given: Given): void {
  const form = document.createElement('form')
  form.className = 'try-it'
  const note = document.createElement('p')
  note.textContent = 'Sends to the local service alone. The token stays in this page and is forgotten with it.'
  const token = field('Token', 'try-token', { type: 'password', value: 'sandbox-token' })
  const parameters = given.parameters.map((parameter) => ({
    parameter,
    ...field(
      `${parameter.name} (${parameter.in}${parameter.required ? ', required' : ''})`,
      `try-${parameter.in}-${parameter.name}`,
      {
        type: 'text',
        value: parameter.required ? parameter.value : '',
      },
    ),
  }))
  const body = given.body === null ? undefined : textArea('Body', 'try-body', given.body)
  const send = document.createElement('button')
  send.textContent = 'Send'
  const answer = document.createElement('pre')
  answer.setAttribute('aria-live', 'polite')
  answer.textContent = 'No answer yet.'
  form.append(note, ...token.parts, ...parameters.flatMap(({ parts }) => parts), ...(body?.parts ?? []), send, answer)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    answer.textContent = 'Sending …'
    const filledIn = (where: string) =>
      parameters
        .filter(({ parameter, input }) => parameter.in === where && input.value !== '')
        .map(({ parameter, input }) => [parameter.name, input.value] as const)
    answer.textContent = await sent(given, {
      token: token.input.value,
      path: new Map(filledIn('path')),
      query: new URLSearchParams(filledIn('query').map(([name, value]) => [name, value])),
      headers: Object.fromEntries(filledIn('header')),
      body: body?.input.value,
    })
  })
  place.replaceChildren(form)
}

interface Filled {
  readonly token: string
  readonly path: ReadonlyMap<string, string>
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

async function sent(
  { method, path, mediaType }: Given,
  { token, path: values, query, headers, body }: Filled,
): Promise<string> {
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name) => encodeURIComponent(values.get(name) ?? ''))
  try {
    const response = await fetch(`/-/try${filled}${query.size > 0 ? `?${query}` : ''}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': mediaType ?? 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    return `${response.status} ${response.statusText}\n\n${pretty(await response.text())}`
  } catch (error) {
    return `Nothing came back: ${error instanceof Error ? error.message : error}`
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
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
