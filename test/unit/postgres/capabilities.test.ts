import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../src/model/errors.js'
import { capabilitiesOf } from '../../../src/postgres/capabilities.js'

const can = (versionNumber: number): string[] =>
  Object.entries(capabilitiesOf(versionNumber)).flatMap(([name, has]) => (has ? [name] : []))

const OF_13: readonly string[] = []
const OF_14 = [...OF_13, 'connectionCheck', 'idleSessionTimeout', 'planCounters']
const OF_15 = [...OF_14, 'createDatabaseStrategy', 'nullsNotDistinct', 'sharedStatistics']
const OF_16 = [...OF_15, 'genericPlan', 'lastIndexScan']
const OF_17 = [...OF_16, 'transactionTimeout', 'checkpointerView']
const OF_18 = [...OF_17, 'fileCopyMethod', 'checkpointsDone']

describe('what a version of PostgreSQL can do', () => {
  it.each([
    [130_000, OF_13],
    [130_022, OF_13],
    [140_005, OF_14],
    [150_013, OF_15],
    [160_000, OF_16],
    [170_011, OF_17],
    [180_000, OF_18],
  ])('is, for %d, %j', (versionNumber, names) => {
    expect(can(versionNumber)).toEqual(names)
  })

  it('is everything known for a version newer than any known', () => {
    expect(can(250_001)).toEqual(OF_18)
  })

  it.each([
    [129_999, '12.9999'],
    [120_022, '12.22'],
    [90_624, '9.6.24'],
  ])('refuses %d', (versionNumber, name) => {
    const refused = (): unknown => capabilitiesOf(versionNumber)
    expect(refused).toThrow(HarnessError)
    expect(refused).toThrow(
      expect.objectContaining({ exitCode: 3, message: `PostgreSQL ${name} is too old` }),
    )
  })
})
