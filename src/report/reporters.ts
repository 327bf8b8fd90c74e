import type { Reporter } from './reporter.ts'
import { html } from './reporters/html.ts'
import { json } from './reporters/json.ts'
import { junit } from './reporters/junit.ts'
import { markdown } from './reporters/markdown.ts'

/** Every format of a report file. */
export const reporters: readonly Reporter[] = [html, json, junit, markdown]
