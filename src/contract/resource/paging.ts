import type { Operation, Parameter } from '../../document/model.ts'

/** How many, from where on, and which part: as APIs call it, in small letters and without anything between the words. */
const names = new Set([
  ...['limit', 'pagesize', 'pagelimit', 'perpage', 'maxresults', 'maxitems', 'maxkeys', 'top'],
  ...['page', 'pagenumber', 'pageno', 'pageindex', 'pageoffset', 'offset', 'skip', 'startindex'],
  ...['pagetoken', 'nextpagetoken', 'nexttoken', 'continuationtoken', 'cursor', 'pagecursor', 'nextcursor', 'marker'],
  ...['after', 'before', 'pageafter', 'pagebefore', 'startafter', 'startingafter', 'endbefore', 'endingbefore'],
])

/** The parameters by which a list is asked for in parts, so that one answer may lack what exists. */
export function pagingParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter(
    ({ in: place, name }) => place === 'query' && names.has(name.toLowerCase().replaceAll(/[^a-z]/g, '')),
  )
}
