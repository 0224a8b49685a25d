import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeCode, escapeHtml, escapeText, fencedBlock } from '../../../src/report/escape.js'
import { HOSTILE_NAME, HOSTILE_TITLE } from '../../support/result.js'

const anything = fc.string({ unit: 'binary' })

describe('escapeText', () => {
  test('leaves prose, index names and numbers as they are', () => {
    const text = 'messages_tenant_idx made it 8.2x (7.9 to 8.6), recall@10 0.95: "fine", 5 % - ok!'
    expect(escapeText(text)).toBe(text)
  })

  test.each([
    ['a | b', 'a &#124; b'],
    ['<script>&lt;', '&lt;script&gt;&amp;lt;'],
    ['`code` *bold* _em_ ~no~', String.raw`\`code\` \*bold\* \_em\_ \~no\~`],
    ['[click](x) ![i](y)', String.raw`\[click\](x) !\[i\](y)`],
    ['https://a.example www.b.example', String.raw`https\://a.example www\.b.example`],
    ['@team a@b.example @> @@', '@\u200Bteam a@\u200Bb.example @&gt; @@'],
    ['#12 a/b#12 GH-12 # 1', '#\u200B12 a/b#\u200B12 GH-\u200B12 # 1'],
    ['one\r\ntwo\u001B[31m', 'one two'],
    ['a\\', 'a\\\\'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected)
  })

  test('keeps any text on one line, in one cell and out of HTML', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escapeText(text)).not.toMatch(/[|<>\p{Cc}]/u)
      }),
    )
  })

  test('cuts what is longer than anyone reads', () => {
    const cut = escapeText('😀'.repeat(2000))
    expect([...cut]).toHaveLength(600)
    expect(cut.endsWith('😀…')).toBe(true)
  })
})

describe('escapeCode', () => {
  test('is a code span where the name allows it', () => {
    expect(escapeCode('messages_idx <b>')).toBe('`messages_idx <b>`')
  })

  test('is entities in <code> where a bar or a backtick would break the span or the table', () => {
    expect(escapeCode('a|b`c')).toBe('<code>a&#124;b&#96;c</code>')
  })

  test('never is an empty span', () => {
    expect(escapeCode(' \n')).toBe('–')
  })

  test('holds no bar and no backtick but its own, whatever the name', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escapeCode(text)).toMatch(/^(–|`[^`|\p{Cc}]+`|<code>[^`|<>\p{Cc}]*<\/code>)$/u)
      }),
    )
  })
})

test('escapeHtml leaves nothing that HTML or markdown reads', () => {
  expect(escapeHtml(HOSTILE_TITLE)).not.toMatch(/[<>[\]|`*_\n]/)
  expect(escapeHtml('recent-messages 2.0')).toBe('recent-messages 2.0')
})

test('fencedBlock is closed by nothing inside it', () => {
  expect(fencedBlock('sql', `a\n\`\`\`\n${HOSTILE_NAME}`)).toBe(
    `\`\`\`\`sql\na\n\`\`\`\n${HOSTILE_NAME}\n\`\`\`\``,
  )
})
