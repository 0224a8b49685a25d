// What reports on damage to buildings say: pools drawn once, so that a million rows cost a copy each.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'

export const DAMAGE_TYPES = [
  'Water',
  'Fire',
  'Storm',
  'Flood',
  'Mould',
  'Biohazard',
  'Impact',
  'Other',
] as const
/** Of a hundred reports; water is most of the trade. */
export const DAMAGE_WEIGHTS = [46, 9, 17, 10, 11, 2, 3, 2]
export const STATES = ['NSW', 'VIC', 'QLD', 'WA', 'SA', 'TAS', 'ACT', 'NT'] as const
export const STATE_WEIGHTS = [31, 26, 22, 10, 6, 2, 2, 1]

const ROOMS = [
  'kitchen',
  'bathroom',
  'laundry',
  'living room',
  'hallway',
  'main bedroom',
  'garage',
  'roof cavity',
] as const
const CAUSES = [
  'a burst flexible hose',
  'an overflowing gutter',
  'a failed hot water unit',
  'an electrical fault',
  'a fallen branch',
  'rising flood water',
  'a slow leak behind the wall',
  'hail',
] as const
const MATERIALS = [
  'plasterboard',
  'carpet',
  'timber flooring',
  'insulation',
  'skirting',
  'cabinetry',
  'ceiling lining',
] as const
const TASKS = [
  'Extract standing water',
  'Set up dehumidifiers',
  'Remove affected material',
  'Apply antimicrobial',
  'Dry to standard',
  'Dispose of contents',
  'Reinstate lining',
  'Repaint',
] as const
const STANDARDS = ['IICRC S500', 'IICRC S520', 'NCC 2022', 'AS/NZS 3000', 'WHS Regulation 2017'] as const
export const INSURERS = [
  'Harbour Mutual',
  'Southern Cross Cover',
  'Coastline Insurance',
  'Federation General',
  'Redgum Insurance',
  'Bluegum Home',
  'Outback Assurance',
] as const

export interface ReportTexts {
  readonly descriptions: readonly string[]
  readonly summaries: readonly string[]
  readonly scopes: readonly string[]
  readonly estimates: readonly string[]
  readonly notes: readonly string[]
  readonly streets: readonly string[]
  readonly people: readonly string[]
}

export function reportTexts(seed: number): ReportTexts {
  const random = randomStream(seed, 'report-catalog/texts')
  const pool = (size: number, draw: () => string): string[] => Array.from({ length: size }, draw)
  return {
    descriptions: pool(
      2000,
      () =>
        `Damage to the ${pick(ROOMS, random)} and the ${pick(ROOMS, random)} after ${pick(CAUSES, random)}; ${pick(MATERIALS, random)} and ${pick(MATERIALS, random)} affected over ${3 + random.below(60)} square metres.`,
    ),
    summaries: pool(
      2000,
      () =>
        `Category ${1 + random.below(3)} loss caused by ${pick(CAUSES, random)}. ${pick(TASKS, random)} in the ${pick(ROOMS, random)}, then ${pick(TASKS, random).toLowerCase()}. Expected to take ${2 + random.below(20)} days.`,
    ),
    scopes: pool(500, () =>
      JSON.stringify(
        items(2, random, () => ({
          area: pick(ROOMS, random),
          task: pick(TASKS, random),
          hours: 1 + random.below(16),
        })),
      ),
    ),
    estimates: pool(1000, () =>
      JSON.stringify(
        items(3, random, () => ({
          item: pick(TASKS, random),
          quantity: 1 + random.below(20),
          rate: 45 + random.below(200),
        })),
      ),
    ),
    notes: pool(50, () => JSON.stringify(items(1, random, () => pick(STANDARDS, random)))),
    streets: drawPool(3000, seed, 40, (faker) => faker.location.streetAddress()),
    people: drawPool(3000, seed, 41, (faker) => faker.person.fullName()),
  }
}

const items = <T>(least: number, random: RandomStream, draw: () => T): T[] =>
  Array.from({ length: least + random.below(3) }, draw)
