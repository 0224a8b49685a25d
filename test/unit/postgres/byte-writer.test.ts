import { describe, expect, it } from 'vitest'
import { ByteWriter } from '../../../src/postgres/byte-writer.js'

type Write = (out: ByteWriter) => void

describe('a byte writer', () => {
  it.each<[string, Write, string]>([
    ['int8', (out) => out.int8(-2), 'fe'],
    ['int16', (out) => out.int16(-2), 'fffe'],
    ['int32', (out) => out.int32(7), '00000007'],
    ['a field of true', (out) => out.booleanField(true), '0000000101'],
    ['a field of an int32', (out) => out.int32Field(-2), '00000004fffffffe'],
    ['a field of an int64', (out) => out.int64Field(0x1_0000_0002), '000000080000000100000002'],
    ['float32s', (out) => out.float32s(Float32Array.of(1, -2)), '3f800000c0000000'],
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

  it('copies kept bytes of any length', () => {
    const kept = Buffer.from(Array.from({ length: 200 }, (_, i) => i))
    const out = new ByteWriter(8)
    out.hex(kept.toString('hex'))
    out.keep()
    for (let to = 0; to <= kept.length; to++) {
      out.copy(Math.floor(to / 3), to)
      out.int8(0x7f)
      expect(out.take().toString('hex')).toBe(`${kept.subarray(Math.floor(to / 3), to).toString('hex')}7f`)
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
