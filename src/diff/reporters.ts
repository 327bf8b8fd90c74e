import type { DiffReporter } from './reporter.ts'
import { github } from './reporters/github.ts'
import { html } from './reporters/html.ts'
import { json } from './reporters/json.ts'
import { markdown } from './reporters/markdown.ts'
import { text } from './reporters/text.ts'

/** Every form of a comparison. */
export const diffReporters: readonly DiffReporter[] = [text, json, markdown, html, github]
