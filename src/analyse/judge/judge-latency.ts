// A claimed latency against the interval: what the client sees, with the migration.
import type { MillisecondsClaim } from '../../model/claim.js'
import type { Bounded, ClaimYardsticks, ClaimJudgement } from './judgement.js'
import { betweenMsText, msText } from './milliseconds-text.js'
import { roundsToClear } from '../statistics/rounds-to-decide.js'

/** `detail` of a claim that only the client's own time refutes. */
export const BY_CLIENT_FLOOR = 'client floor'

/** confirmed, refuted (slower, or by the client floor alone) or inconclusive. */
export function judgeLatency(
  { boundMs, text }: MillisecondsClaim,
  latency: Bounded,
  { tolerance, clientFloorMs }: ClaimYardsticks,
): ClaimJudgement {
  const edge = boundMs * (1 + tolerance)
  const between = betweenMsText(latency)
  if (latency.high <= edge) {
    return { verdict: 'confirmed', detail: null, reason: `${between}, as the claimed ${text}` }
  }
  if (latency.low <= edge) {
    const advice = roundsToClear(latency, [edge])
    return {
      verdict: 'inconclusive',
      detail: null,
      reason: `${between}, against the claimed ${text}: ${advice}`,
    }
  }
  const above = `${between}, above the claimed ${text}`
  if (clientFloorMs === null || latency.high - clientFloorMs > edge) {
    return { verdict: 'refuted', detail: 'slower', reason: above }
  }
  const left = msText(Math.max(0, latency.estimate - clientFloorMs))
  const reason = `${above}; but SELECT 1 alone takes ${msText(clientFloorMs)} from this client, and without that ${left} is left`
  return { verdict: 'refuted', detail: BY_CLIENT_FLOOR, reason }
}
