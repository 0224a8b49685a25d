import { describe, expect, it } from 'vitest'
import { parseClaim } from '../../../src/model/claim.js'

describe('a claim', () => {
  it.each([
    ['10-100x', { kind: 'range', text: '10-100x', low: 10, high: 100 }],
    ['10x-100x', { kind: 'range', text: '10x-100x', low: 10, high: 100 }],
    ['1.5 – 2x', { kind: 'range', text: '1.5 – 2x', low: 1.5, high: 2 }],
    ['>=5x', { kind: 'range', text: '>=5x', low: 5, high: null }],
    [' >= 0.5x ', { kind: 'range', text: '>= 0.5x', low: 0.5, high: null }],
    ['unchanged', { kind: 'unchanged', text: 'unchanged' }],
    ['under 0.1ms', { kind: 'latency', text: 'under 0.1ms', boundMs: 0.1 }],
    ['under 250 µs', { kind: 'latency', text: 'under 250 µs', boundMs: 0.25 }],
    ['under 250μs', { kind: 'latency', text: 'under 250μs', boundMs: 0.25 }],
    ['under 250us', { kind: 'latency', text: 'under 250us', boundMs: 0.25 }],
    ['under 1.5 s', { kind: 'latency', text: 'under 1.5 s', boundMs: 1500 }],
    ['overhead under 5ms', { kind: 'overhead', text: 'overhead under 5ms', boundMs: 5 }],
    ['recall >= 0.95', { kind: 'recall', text: 'recall >= 0.95', least: 0.95 }],
    ['recall>=1', { kind: 'recall', text: 'recall>=1', least: 1 }],
    ['recall unchanged', { kind: 'recall', text: 'recall unchanged', least: null }],
    [' saves at least 20 ms ', { kind: 'saving', text: 'saves at least 20 ms', boundMs: 20 }],
  ])('%j is read', (text, claim) => {
    expect(parseClaim(text)).toEqual(claim)
  })

  it.each([
    ['faster', /expected "10-100x"/],
    ['5x', /expected "10-100x"/],
    ['10-100', /expected "10-100x"/],
    ['-5-10x', /expected "10-100x"/],
    ['1e3-1e4x', /expected "10-100x"/],
    ['', /expected "10-100x"/],
    ['under', /expected "10-100x"/],
    ['under five ms', /expected "10-100x"/],
    ['under -5ms', /expected "10-100x"/],
    ['overhead at least 5ms', /expected "10-100x"/],
    ['Under 5ms', /expected "10-100x"/],
    ['recall', /expected "10-100x"/],
    ['recall >= 95', /recall is a share above 0 and at most 1/],
    ['recall >= 0', /recall is a share above 0 and at most 1/],
    ['under 5', /a time needs its unit, such as "under 5ms": known are µs \(or us\), ms and s/],
    ['under 5min', /"min" is not a unit: known are/],
    ['under 0ms', /the time must be above zero/],
    ['saves at least 0s', /the time must be above zero/],
    ['0-5x', /a ratio above zero/],
    ['>=0x', /a ratio above zero/],
    ['100-10x', /the range ends \(10x\) below its start \(100x\)/],
  ])('%j is refused, and why', (text, problem) => {
    expect(parseClaim(text)).toEqual({ problem: expect.stringMatching(problem) })
  })
})

describe('what people publish', () => {
  it.each([
    'overhead under 5ms',
    'overhead under 10ms',
    'under 100ms',
    'under 0.1ms',
    '5-10x',
    '3-5x',
    '5-50x',
    '10-100x',
    '100-1000x',
  ])('%j can be written down', (text) => {
    expect(parseClaim(text)).toMatchObject({ text })
  })

  it.each(['instant', '2-4x more frequently', 'minimal overhead'])('%j has no number to judge', (text) => {
    expect(parseClaim(text)).toHaveProperty('problem')
  })
})
