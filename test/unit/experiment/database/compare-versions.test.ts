import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../../../src/experiment/database/compare-versions.js'

describe('compareVersions', () => {
  it.each([
    ['0.8.0', '0.10.0', -1],
    ['0.8', '0.8.0', 0],
    ['1.0', '0.9.9', 1],
    ['0', '0.1.0', -1],
    ['0.8.0', '0.8.0', 0],
  ])('%s beside %s: %d', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign)
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign)
  })
})
