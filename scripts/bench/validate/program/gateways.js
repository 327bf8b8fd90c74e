/** A gateway as a service shows it. */
export const valid = {
  spec: {
    id: '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10',
    name: 'support-chat',
    zones: ['US-EAST-04A'],
    organizationId: 'org-2f6c1d',
    coreWeaveAuth: {},
    bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' },
  },
  status: {
    createdAt: '2026-05-06T09:30:00Z',
    updatedAt: '2026-05-06T09:34:10Z',
    status: 'STATUS_READY',
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastUpdateTime: '2026-05-06T09:34:10Z',
        reason: 'Available',
        message: 'The gateway answers requests.',
        zone: 'US-EAST-04A',
      },
    ],
    endpoints: ['https://support-chat.example.com'],
  },
}

/** The same with a wrong moment near its end. */
export const invalid = {
  ...valid,
  status: { ...valid.status, conditions: [{ ...valid.status.conditions[0], lastUpdateTime: 'yesterday' }] },
}
