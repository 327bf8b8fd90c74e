/** A string as ajv writes it. */
export const string = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`

/** Code up to what follows, in which a string counts as a whole. */
export const code = `(?:${string}|[^"])*?`
