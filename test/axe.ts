import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The rules of WCAG 2.0 to 2.2 at levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What axe finds in the page as it is, or in a part of it: a line for each element at fault, with the rule that it breaks. */
export async function axeViolations(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async ({ part, tags }) => {
      const judge: typeof axe = Reflect.get(globalThis, 'axe')
      // With `preload` it would fetch the style anew, which a strict page refuses; what needs it is about turned screens.
      return (await judge.run(part, { runOnly: tags, resultTypes: ['violations'], preload: false })).violations
    },
    { part, tags },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  )
}
