/** Whether a line has to do with counts of errors at all; most have not. */
const isOfCounts = /\berrors\b|^(?:function|for|while|do)\b/
const changesCount = /(?<!\.)\berrors\b\s*(?:\+\+|--|[+-]?=(?!=))/
const remembersCount = /^const (_errs\d+) = errors;$/
const comparesCount = /^if\(errors === (\w+)\)\{$|^var (valid\d+) = (_errs\d+) === errors;$/

/**
 * The code without checks whose answer is settled. ajv counts errors and asks after each rule whether there are more than
 * before, even where the rule ends the function as soon as it is broken.
 */
export function withoutSettledChecks(lines: readonly string[]): readonly string[] {
  return withoutSettledResults(withSettledCounts(lines))
}

/** A count is as it was remembered while no line in between changes it and no loop leads back to one that does. */
function withSettledCounts(lines: readonly string[]): readonly string[] {
  const same = new Set<string>()
  return lines.map((line) => {
    if (!isOfCounts.test(line)) return line
    const remembered = line === 'let errors = 0;' ? '0' : remembersCount.exec(line)?.[1]
    const [, before = '', result, beforeResult = ''] = comparesCount.exec(line) ?? []
    if (remembered !== undefined) same.add(remembered)
    else if (changesCount.test(line) || /^(?:function|for|while|do)\b/.test(line)) same.clear()
    if (same.has(before)) return 'if(true){'
    return result !== undefined && same.has(beforeResult) ? `var ${result} = true;` : line
  })
}

/** A result that is true whether or not there was anything to check is said once, and not asked for right after. */
function withoutSettledResults(lines: readonly string[]): readonly string[] {
  return lines
    .join('\n')
    .replaceAll(/^(var (valid\d+) = true;)\n\}\nelse \{\n\1\n\}$/gm, '}\n$1')
    .replaceAll(/^(var (valid\d+) = true;)\nif\(\2\)\{$/gm, '$1\nif(true){')
    .replaceAll(/^(var (valid\d+) = true;)\nif\(!\2\)\{\nbreak;\n\}$/gm, '$1')
    .split('\n')
}
