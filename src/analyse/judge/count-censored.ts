// Executions that were cut off at the statement timeout, by arm.
import type { Sample } from '../../model/evidence.js'
import type { Censored } from '../../model/result.js'

export function countCensored(samples: readonly Sample[]): Censored {
  const cutOff = samples.filter(({ censored }) => censored)
  const before = cutOff.filter(({ arm }) => arm === 'before').length
  return { before, after: cutOff.length - before }
}
