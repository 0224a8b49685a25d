import { describe, expect, it } from 'vitest'
import { analyseSweep } from '../../../../src/analyse/vectors/analyse-sweep.js'
import { harmGate } from '../../../../src/experiment/sweep/harm-gate.js'
import { exactFilterEvidence, filterEvidence } from '../../../support/filter-evidence.js'
import { sweepEvidence } from '../../../support/sweep-evidence.js'

const lossy = filterEvidence({ recalls: [0, 0, 0.1, 0, 0.1], latencyMs: 1.9 })
const fine = filterEvidence({ recalls: [1, 1, 1, 1, 1], latencyMs: 1.9 })
const exact = exactFilterEvidence()
const gateOf = (filters: (typeof fine)[]) => harmGate(analyseSweep(sweepEvidence({ filters })))

describe('the gate of --fail-on-harm', () => {
  it('is passed where plans were looked at and none does harm', () => {
    expect(gateOf([fine, exact])).toBeNull()
  })

  it('fails where one does', () => {
    expect(gateOf([lossy, exact])).toBe('1 of 1 plans under filters lose recall and save nothing')
  })

  it('fails where the planner’s choice was never measured', () => {
    expect(gateOf([])).toMatch(/^no plan under a filter was measured/)
    expect(gateOf([exact])).toMatch(/^no plan under a filter was measured/)
  })
})
