import { copyButtons } from './copy-buttons.ts'
import { openLinked } from './deep-links.ts'
import { sampleTabs } from './sample-tabs.ts'
import { searchBox } from './search-box.ts'

// Every page is whole without this: it adds what only a script can do.
for (const code of document.querySelectorAll<HTMLElement>('.code')) copyButtons(code)
for (const tabs of document.querySelectorAll<HTMLElement>('.tabs')) sampleTabs(tabs)
openLinked()
addEventListener('hashchange', openLinked)
const search = document.querySelector<HTMLInputElement>('#search')
const source = document.currentScript?.dataset.search
if (search && source !== undefined) searchBox(search, source)
