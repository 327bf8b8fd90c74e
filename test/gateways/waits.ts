import { type FakeClock, failure } from '../client/fake-clock.ts'
import type { Reply } from '../client/pets.ts'
import { base, id, stubbed } from './gateways.ts'

/** What a wait tells. */
export interface Progress {
  readonly gateway: unknown
  readonly status: string | number
  readonly elapsedMs: number
}

type Stubbed = ReturnType<typeof stubbed>
type Waiting = 'waitUntilReady' | 'waitUntilDeleted'

/** A wait by a clock that moves as soon as nothing else does. */
export function waiting(wait: Waiting, replies: readonly Reply[], options: object = {}, clientOptions: object = {}) {
  const stub = stubbed(replies, clientOptions)
  const progress: Progress[] = []
  const onProgress = (step: Progress) => progress.push(step)
  const begin = (): Promise<unknown> => stub.gateways[wait](id, { onProgress, ...options })
  return {
    ...stub,
    progress,
    begin,
    /** Runs it to its end. */
    result: () => run(stub.clock, begin()),
    error: () => run(stub.clock, failure(begin())),
    polls: () => polls(stub),
    pauses: () =>
      polls(stub)
        .slice(1)
        .map((atMs, index) => atMs - (polls(stub)[index] ?? 0)),
  }
}

/** Longer than any pause between polls, shorter than the timeout of an attempt. */
function run<Value>(clock: FakeClock, promise: Promise<Value>): Promise<Value> {
  return clock.run(promise, { upTo: 9_999 })
}

/** When a gateway was read. */
function polls({ sent }: Stubbed): number[] {
  return sent.filter(({ method, url }) => method === 'GET' && url === `${base}/${id}`).map(({ atMs }) => atMs)
}
