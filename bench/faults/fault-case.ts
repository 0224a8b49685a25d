// One injected fault. Everything random about it is drawn from its id, so the id is enough to do it again.
import { randomStream, type RandomStream } from '../../src/model/random.js'

export interface FaultCase {
  readonly kind: string
  readonly server: string
  readonly seed: number
  /** From 1, within kind, server and seed. */
  readonly number: number
}

export const caseId = ({ kind, server, seed, number }: FaultCase): string =>
  `${kind}/${server}/${seed}/${number}`

const ID = /^([a-z-]+)\/([a-z-]+)\/(\d+)\/(\d+)$/

/** Null where the text is no id. */
export function parseCaseId(text: string): FaultCase | null {
  const [, kind, server, seed, number] = ID.exec(text) ?? []
  if (kind === undefined || server === undefined) return null
  return { kind, server, seed: Number(seed), number: Number(number) }
}

export const caseRandom = (faultCase: FaultCase): RandomStream =>
  randomStream(faultCase.seed, `faults/${caseId(faultCase)}`)
