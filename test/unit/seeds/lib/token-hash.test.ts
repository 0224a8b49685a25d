import { describe, expect, it } from 'vitest'
import { tokenHash } from '../../../../seeds/lib/token-hash.js'

describe('the hash of a token', () => {
  it('has 64 hexadecimal digits, the same ones for the same row, and no row shares it with another', () => {
    const hashes = Array.from({ length: 2000 }, (_, row) => tokenHash('sessions', row))
    expect(new Set(hashes).size).toBe(2000)
    expect(hashes[5]).toBe(tokenHash('sessions', 5))
    expect(hashes[5]).not.toBe(tokenHash('resets', 5))
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})
