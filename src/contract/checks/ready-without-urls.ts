import { pointerOf } from '../../document/json.ts'
import { type Check, shortened, type Verdict } from '../check.ts'
import { listedIn, resourceAnswer, stateIn, urlsIn } from '../resource/answers.ts'
import { isDescribed } from '../resource/described.ts'
import type { Resource } from '../resource/resource.ts'

/** What is ready says at which URLs, by itself and in a list that is described to hold them. */
export const readyWithoutUrls: Check = {
  id: 'ready-without-urls',
  judge: (exchange, measure) => {
    const { known, shown } = resourceAnswer(exchange, 'create', 'read', 'update', 'list') ?? {}
    if (!known) return []
    const { resource, step, seen } = known
    if (step !== 'list') return withoutUrls(resource, shown, resource.inAnswer)
    return listedIn(resource, exchange).flatMap((item) => {
      const isDue = seen?.has(item.id) && isDescribed(exchange, measure, [...item.at, ...urlTokens(resource)])
      return isDue ? withoutUrls(resource, item.shown, item.at) : []
    })
  },
}

function urlTokens({ lifecycle }: Resource): readonly string[] {
  return lifecycle?.urls ? [...lifecycle.at, lifecycle.urls] : []
}

function withoutUrls(resource: Resource, shown: unknown, at: readonly string[]): Verdict[] {
  const { lifecycle } = resource
  if (!lifecycle?.urls || lifecycle.ready === undefined || stateIn(resource, shown) !== lifecycle.ready) return []
  const urls = urlsIn(resource, shown)
  if (urls.length > 0 && urls.every(isUrl)) return []
  return [
    {
      message: `It is ${lifecycle.ready} without URLs to call`,
      pointer: pointerOf([...at, ...urlTokens(resource)]),
      expected: 'at least one http or https URL',
      got: shortened(JSON.stringify(urls)),
    },
  ]
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
