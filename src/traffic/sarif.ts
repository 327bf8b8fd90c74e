import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ruleHelp } from './rule-help.ts'
import type { TrafficFinding } from './traffic-finding.ts'
import type { TrafficResult } from './traffic-result.ts'

/** The findings as SARIF 2.1.0, for code scanning: each at its entry in the HAR file, with the operation beside it. */
export function sarif({ file, findings, notes, counts }: TrafficResult): object {
  const ids = [...new Set(findings.map(({ id }) => id))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'inference-gateways traffic', rules: ids.map(rule) } },
        artifacts: [{ location: { uri: uriOf(file) } }],
        columnKind: 'utf16CodeUnits',
        properties: { counts, notes },
        results: findings.map((finding) => result(finding, { file, ids })),
      },
    ],
  }
}

function rule(id: string): object {
  const text = ruleHelp(id)
  return { id, shortDescription: { text: id.replaceAll('-', ' ') }, fullDescription: { text }, help: { text } }
}

function result(
  finding: TrafficFinding,
  { file, ids }: { readonly file: string; readonly ids: readonly string[] },
): object {
  const { id, severity, entry, operationId, pointer, document, side } = finding
  const name = operationId ?? entry.method
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: severity,
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file), index: 0 }, region: { startLine: entry.line } },
        logicalLocations: [{ name, fullyQualifiedName: pointer === undefined ? name : `${name} ${side} ${pointer}` }],
      },
    ],
    ...(document && { relatedLocations: [relatedLocation(document)] }),
    partialFingerprints: { 'finding/v1': [id, name, side, pointer ?? ''].join(' ') },
    properties: { side, entry },
  }
}

function messageOf({ message, entry, expected, got }: TrafficFinding): string {
  const facts = [expected === undefined ? [] : [`Expected: ${expected}.`], got === undefined ? [] : [`Got: ${got}.`]]
  const where = `Entry ${entry.index}: ${entry.method} ${entry.path}, status ${entry.status}.`
  return [`${message}.`, ...facts.flat(), where].join(' ')
}

function relatedLocation({ file, line, pointer }: NonNullable<TrafficFinding['document']>): object {
  return {
    id: 0,
    message: { text: `The operation in the document (${pointer})` },
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
  }
}

/** Relative where the path is, so that code scanning finds the file in the repository. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/')
}
