// How large to make a dataset, from what the user wrote.
import { closest } from '../model/closest.js'
import { SCALES, type Dataset, type Scale } from '../model/dataset.js'
import { usageError } from '../model/errors.js'

const ROWS = /^(\d+(?:\.\d+)?)([km]?)$/i
const MULTIPLIER: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 }

/** Fewer rows do not give every tenant some. */
const MINIMUM_ROWS = 500
/** The plan of who belongs to whom takes 4 bytes a row in memory. */
const MAXIMUM_ROWS = 100_000_000

const GRAMMAR = 'small, medium, large, or a number of rows such as 5000, 200k or 1.5M'

/** A named scale keeps its name as label; a row count is labelled with its digits. Throws usageError. */
export function resolveScale(text: string, dataset: Pick<Dataset, 'scales' | 'mainTable'>): Scale {
  const wanted = text.trim()
  const named = SCALES.find((scale) => scale === wanted.toLowerCase())
  if (named !== undefined) return { label: named, mainRows: dataset.scales[named] }
  const mainRows = parseRows(wanted)
  if (mainRows === undefined) throw notAScale(wanted)
  if (mainRows < MINIMUM_ROWS || mainRows > MAXIMUM_ROWS) {
    throw usageError(`A scale of ${wanted} rows is out of range.`, {
      hint: `Rows of "${dataset.mainTable}" go from ${MINIMUM_ROWS} to ${MAXIMUM_ROWS}, for example 5000.`,
    })
  }
  return { label: String(mainRows), mainRows }
}

function parseRows(text: string): number | undefined {
  const [, digits, unit] = ROWS.exec(text) ?? []
  if (digits === undefined || unit === undefined) return undefined
  // Rounded first: 1.1 × 1000 is 1100.0000000000002 in floating point.
  const rows = Math.round(Number(digits) * (MULTIPLIER[unit.toLowerCase()] ?? 1) * 1000) / 1000
  return Number.isInteger(rows) ? rows : undefined
}

function notAScale(text: string): Error {
  const meant = closest(text, SCALES)
  const suggestion = meant === undefined ? '' : `Did you mean "${meant}"? `
  return usageError(`"${text}" is not a scale.`, { hint: `${suggestion}Write ${GRAMMAR}.` })
}
