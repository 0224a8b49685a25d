// A claim of the evidence, which was checked before it was written there.
import { isOfRecall, parseClaim, type Claim, type TimedClaim } from '../../model/claim.js'
import { usageError } from '../../model/errors.js'

/** `of` names what it is of. Throws a usage error where somebody changed it to what is no claim. */
export function readClaim(text: string, of: string): Claim {
  const claim = parseClaim(text)
  if (!('problem' in claim)) return claim
  throw edited(`the claim "${text}" of ${of} in the evidence cannot be read: ${claim.problem}`)
}

/** A claim that samples decide: recall is only claimed of groups. */
export function readTimedClaim(text: string, of: string): TimedClaim {
  const claim = readClaim(text, of)
  if (!isOfRecall(claim)) return claim
  throw edited(`the claim "${text}" of ${of} in the evidence is one on recall`)
}

export const edited = (what: string): Error =>
  usageError(what, { hint: 'samples.ndjson seems to have been edited: measure again, or restore it.' })
