/** What a changelog says of one version. */
export interface ChangelogSection {
  readonly version: string
  /** Markdown, without the heading. */
  readonly text: string
}

/** The sections under headings of the second level, which name versions (keepachangelog.com). */
export function sectionsOf(text: string): ChangelogSection[] {
  const [, ...sections] = text.split(/^## /m)
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n')
    return { version: heading.replaceAll(/[[\]]/g, '').trim().split(/\s/)[0] ?? '', text: lines.join('\n').trim() }
  })
}
