import { describe, expect, it } from 'vitest'
import { closest } from '../../../src/model/closest.js'

describe('closest', () => {
  it('finds the word behind a slip of the fingers', () => {
    expect(closest('quieres', ['title', 'queries', 'claims'])).toBe('queries')
    expect(closest('caht', ['chat'])).toBe('chat')
    expect(closest('smal', ['small', 'medium', 'large'])).toBe('small')
  })

  it('does not mind letter case, and answers in the case of the candidate', () => {
    expect(closest('TITEL', ['Title'])).toBe('Title')
  })

  it('suggests nothing where more than two fifths would have to change', () => {
    expect(closest('postgres', ['title', 'queries'])).toBeUndefined()
    expect(closest('chat', [])).toBeUndefined()
  })
})
