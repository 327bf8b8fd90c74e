const text = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } }
const artifactLocation = {
  type: 'object',
  required: ['uri'],
  properties: { uri: { type: 'string', pattern: '^(file://)?[^\\s\\\\]+$' }, index: { type: 'integer', minimum: 0 } },
  additionalProperties: false,
}
const location = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    id: { type: 'integer', minimum: 0 },
    message: text,
    logicalLocations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, fullyQualifiedName: { type: 'string' } },
        additionalProperties: false,
      },
    },
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        artifactLocation,
        region: {
          type: 'object',
          required: ['startLine'],
          properties: { startLine: { type: 'integer', minimum: 1 } },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}
const rule = {
  type: 'object',
  required: ['id', 'help'],
  properties: { id: { type: 'string' }, shortDescription: text, fullDescription: text, help: text },
  additionalProperties: false,
}
const result = {
  type: 'object',
  required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message: text,
    locations: { type: 'array', minItems: 1, items: location },
    relatedLocations: { type: 'array', items: location },
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    properties: { type: 'object' },
  },
  additionalProperties: false,
}

/** What SARIF 2.1.0 (OASIS) says of the members that are written here; it knows no others in these objects. */
export const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: { name: { type: 'string' }, rules: { type: 'array', uniqueItems: true, items: rule } },
                additionalProperties: false,
              },
            },
            additionalProperties: false,
          },
          artifacts: {
            type: 'array',
            items: { type: 'object', properties: { location: artifactLocation }, additionalProperties: false },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          properties: { type: 'object' },
          results: { type: 'array', items: result },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}
