import { sourceOf } from '../../report/content-policy.ts'

/** What a page holds that a policy has to know. */
export interface PageParts {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** The Content-Security-Policy of the interactive page: nothing but what is named here, each with its reason. */
export function redocPolicy({ scripts, styles }: PageParts): string {
  const directives: readonly (readonly [name: string, ...sources: string[]])[] = [
    // No request, frame, worker, form or anything else that is not named below.
    ['default-src', "'none'"],
    // Our repairs and Redoc: these texts and no other, so no script of a document can run. Redoc tries eval once, for a
    // worker that builds its search index, and builds it without one where that is refused.
    ['script-src', ...scripts.map(sourceOf)],
    // Our theme, and a style without text: styled-components makes one and fills it rule by rule, which needs no leave.
    ['style-src', ...styles.map(sourceOf), sourceOf('')],
    // The name of Redoc, and an empty icon that keeps a browser from asking for /favicon.ico.
    ['img-src', 'data:'],
    // The font of icons that Redoc's own style carries in itself.
    ['font-src', 'data:'],
    // What default-src does not stand for.
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}
