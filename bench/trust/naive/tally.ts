// What naive designs concluded where both arms are the same: by design, how often each was wrong.
import { rateOf, rateText, type Finding } from '../finding.js'
import { isBeyond, type Difference } from './difference.js'

export interface Tally {
  add(design: string, difference: Difference): void
  /** A line for each design. */
  findings(): readonly Finding[]
}

export function tallyDifferences(): Tally {
  const designs = new Map<string, Difference[]>()
  return {
    add: (design, difference) => {
      const known = designs.get(design)
      if (known === undefined) designs.set(design, [difference])
      else known.push(difference)
    },
    findings: () =>
      [...designs].map(([design, differences]) => {
        const differs = rateOf(differences.map((difference) => difference.differs))
        const beyond = rateOf(differences.map(isBeyond))
        return {
          what: `A/A by ${design}: false differences`,
          target: null,
          result: `${rateText(differs)}; beyond ±5 %: ${beyond.count}`,
          held: null,
        }
      }),
  }
}
