// What `indexproof doctor` says of one kind of server. Nothing is started or made to find it out.
import type { Check } from '../../model/check.js'
import type { ServerKind } from '../../model/server-kinds.js'

export interface Diagnosis {
  readonly kind: ServerKind
  readonly checks: readonly Check[]
}

export const isReady = ({ checks }: Diagnosis): boolean => checks.every(({ state }) => state !== 'failed')
