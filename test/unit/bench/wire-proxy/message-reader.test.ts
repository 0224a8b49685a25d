import fc from 'fast-check'
import { serialize } from 'pg-protocol'
import { describe, expect, it } from 'vitest'
import { asksForEncryption, frontendReader } from '../../../../bench/wire-proxy/message-reader.js'

const MESSAGES = [
  serialize.requestSsl(),
  serialize.startup({ user: 'me', database: 'mine' }),
  serialize.query('select 1'),
  serialize.parse({ name: '', text: 'select $1', types: [] }),
  serialize.bind({ values: ['x'.repeat(300)] }),
  serialize.sync(),
]

describe('messages of a client', () => {
  it('are the same wherever the bytes are cut', () => {
    const bytes = Buffer.concat(MESSAGES)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length]
        const read = frontendReader()
        const messages = cuts.slice(1).flatMap((end, i) => read(bytes.subarray(cuts[i], end)))
        expect(messages.map((message) => message.type)).toEqual([null, null, 'Q', 'P', 'B', 'S'])
        expect(Buffer.concat(messages.map((message) => message.bytes))).toEqual(bytes)
        expect(messages.map(asksForEncryption)).toEqual([true, false, false, false, false, false])
      }),
    )
  })
})
