import { pointerOf } from '../../document/json.ts'
import { type Check, shortened } from '../check.ts'
import { resourceAnswer, stateIn, urlsIn } from '../resource/answers.ts'

/** What is ready says at which URLs. */
export const readyWithoutUrls: Check = {
  id: 'ready-without-urls',
  judge: (exchange) => {
    const { known, shown } = resourceAnswer(exchange, 'create', 'read', 'update') ?? {}
    const { lifecycle, inAnswer = [] } = known?.resource ?? {}
    if (
      !known ||
      !lifecycle?.urls ||
      lifecycle.ready === undefined ||
      stateIn(known.resource, shown) !== lifecycle.ready
    )
      return []
    const urls = urlsIn(known.resource, shown)
    if (urls.length > 0 && urls.every(isUrl)) return []
    const pointer = pointerOf([...inAnswer, ...lifecycle.at, lifecycle.urls])
    return [
      {
        message: `It is ${lifecycle.ready} without URLs to call`,
        pointer,
        expected: 'at least one http or https URL',
        got: shortened(JSON.stringify(urls)),
      },
    ]
  },
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
