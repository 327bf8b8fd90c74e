import type { JsonObject } from '../../document/json.ts'
import type { CaseResponse } from '../case.ts'
import { parsedText } from '../check.ts'
import { idIn, shownIn } from './answers.ts'
import type { Resource } from './resource.ts'

/** What creates have made, as far as their answers tell, and what became of it; all identifiers in lower case. */
export interface Ledger {
  /** Notes what came of a create, so that what it made is removed in the end. Answers the identifier of that. */
  readonly note: (response: CaseResponse | undefined, sent: JsonObject | undefined) => string | undefined
  /** Notes that a delete was accepted. */
  readonly drop: (id: string) => void
  /** Notes that nothing needs it any more. */
  readonly finish: (id: string) => void
  /** What nothing needs any more and was not dropped since; dropped by being taken. */
  readonly takeFinished: () => readonly string[]
  /** What was made and not dropped since. */
  readonly standing: () => readonly string[]
  /** Everything that was made. */
  readonly made: () => readonly string[]
  /** What may have been made: its create was answered by nothing, by a server error, or by what cannot be read. */
  readonly doubtful: () => readonly string[]
  /** How many more may have been made, with identifiers that only the service knows. */
  readonly unknown: () => number
  /** What is not to have been made: its create was refused. */
  readonly refused: () => readonly string[]
}

export function ledgerOf(resource: Resource): Ledger {
  const [made, dropped, finished] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const [doubtful, refused] = [new Set<string>(), new Set<string>()]
  let unknown = 0
  return {
    note: (response, sent) => {
      const isAccepted = response !== undefined && response.status < 300
      const id = isAccepted ? idIn(resource, shownIn(resource, parsedText(response.text))) : undefined
      const chosen = sent?.[resource.idMember]
      if (id !== undefined) made.add(id)
      else if (typeof chosen === 'string') (isRefusal(response) ? refused : doubtful).add(chosen.toLowerCase())
      else if (!isRefusal(response)) unknown += 1
      return id
    },
    drop: (id) => dropped.add(id.toLowerCase()),
    finish: (id) => finished.add(id.toLowerCase()),
    takeFinished: () => {
      const taken = [...finished].filter((id) => !dropped.has(id))
      for (const id of taken) dropped.add(id)
      return taken
    },
    standing: () => [...made].filter((id) => !dropped.has(id)),
    made: () => [...made],
    doubtful: () => [...doubtful],
    unknown: () => unknown,
    refused: () => [...refused],
  }
}

function isRefusal(response: CaseResponse | undefined): boolean {
  return response !== undefined && response.status >= 400 && response.status < 500
}
