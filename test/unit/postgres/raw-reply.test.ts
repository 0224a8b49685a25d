import { describe, expect, it } from 'vitest'
import { readReply } from '../../../src/postgres/raw-reply.js'

/** A backend message: type, length that counts itself, body. */
function message(type: string, body: string): Buffer {
  const bytes = Buffer.from(body, 'utf8')
  const header = Buffer.alloc(5)
  header.write(type)
  header.writeInt32BE(bytes.length + 4, 1)
  return Buffer.concat([header, bytes])
}

describe('the reply to an execution', () => {
  it.each([
    ['SELECT 20', 20],
    ['INSERT 0 3', 3],
    ['DELETE 0', 0],
    ['BEGIN', 0],
  ])('with the tag %j counts %d rows', (tag, rows) => {
    const reply = Buffer.concat([
      message('2', ''),
      message('D', 'E\0C\0'),
      message('C', `${tag}\0`),
      message('Z', 'T'),
    ])
    expect(readReply(reply)).toEqual({ rows, error: null })
  })

  it('keeps the error whole, and the first where there are two', () => {
    const fields = 'SFEHLER\0VERROR\0C22012\0Mdivision by zero\0DDetail\0HHint\0P15\0\0'
    const reply = Buffer.concat([
      message('2', ''),
      message('E', fields),
      message('E', 'CXXXXX\0Mother\0\0'),
      message('Z', 'E'),
    ])
    expect(readReply(reply)).toEqual({
      rows: 0,
      error: {
        message: 'division by zero',
        code: '22012',
        severity: 'ERROR',
        detail: 'Detail',
        hint: 'Hint',
        position: 15,
      },
    })
  })

  it('of no bytes is no rows', () => {
    expect(readReply(Buffer.alloc(0))).toEqual({ rows: 0, error: null })
  })
})
