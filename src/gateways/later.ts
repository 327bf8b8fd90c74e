/** What few programs need, loaded with its first use; see `src/client/on-demand.ts` for what it may import. */
export { createdBefore } from './created-before.ts'
export { deleteGateway } from './delete-gateway.ts'
export { updateGateway } from './update-gateway.ts'
export { waitUntilDeleted } from './wait-until-deleted.ts'
export { waitUntilReady } from './wait-until-ready.ts'
