// The machine a run was made on, as far as it can move a number.
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'
import type { EvidenceHeader } from '../../model/evidence.js'

export const readMachine = (): EvidenceHeader['machine'] => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  platform: `${platform()} ${arch()}`,
  node: process.version,
})
