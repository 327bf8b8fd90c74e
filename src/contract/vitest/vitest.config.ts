import { contractConfig } from './contract-config.ts'

export default contractConfig(Number(process.env.CONTRACT_SLICES ?? 4))
