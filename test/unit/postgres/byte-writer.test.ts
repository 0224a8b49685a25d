import { describe, expect, it } from 'vitest'
import { ByteWriter } from '../../../src/postgres/byte-writer.js'

type Write = (out: ByteWriter) => void

describe('a byte writer', () => {
  it.each<[string, Write, string]>([
    ['int8', (out) => out.int8(-2), 'fe'],
    ['int16', (out) => out.int16(-2), 'fffe'],
    ['int32', (out) => out.int32(7), '00000007'],
    ['int64', (out) => out.int64(0x1_0000_0002), '0000000100000002'],
    ['float32', (out) => out.float32(1), '3f800000'],
    ['float64', (out) => out.float64(1.5), '3ff8000000000000'],
    ['text', (out) => out.text('é'), 'c3a9'],
    ['hex', (out) => out.hex('0a0b0c'), '0a0b0c'],
    ['a copy', (out) => out.copy(0, 3), '222222'],
  ])('grows in the middle of %s, and keeps what was there', (_, write, expected) => {
    for (let written = 3; written <= 12; written++) {
      const out = new ByteWriter(written)
      for (let i = 0; i < written; i++) out.int8(0x22)
      write(out)
      expect(out.take().toString('hex')).toBe('22'.repeat(written) + expected)
    }
  })

  it('takes what is behind the kept bytes, also when those fill the buffer', () => {
    const out = new ByteWriter(4)
    out.hex('00112233')
    out.keep()
    out.int32(5)
    out.copy(1, 3)
    expect(out.pending).toBe(6)
    expect(out.take().toString('hex')).toBe('000000051122')
    expect(out.pending).toBe(0)
  })
})
