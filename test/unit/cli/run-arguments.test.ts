import { describe, expect, it } from 'vitest'
import { parseRunArguments, type RunArguments } from '../../../src/cli/run-arguments.js'

const given: RunArguments = {
  scenarios: ['chat'],
  server: 'embedded',
  scale: 'small',
  seed: '1',
  budget: '45s',
  price: true,
  statementTimeout: '30s',
  timeLimit: '6h',
  arms: 'migration',
  clones: false,
  attribution: 'auto',
  image: 'pgvector/pgvector:pg17',
  allowHost: [],
  allowBusy: false,
  fresh: false,
  out: 'results',
  json: false,
  progress: true,
}

const { price: _, ...withoutPrice } = given

describe('the arguments of run', () => {
  it('become numbers once', () => {
    expect(parseRunArguments(given)).toEqual({
      ...withoutPrice,
      seed: 1,
      budget: 45_000,
      priceBudget: null,
      statementTimeout: 30_000,
      timeLimit: 21_600_000,
      resume: null,
      planMode: null,
      without: [],
    })
  })

  it('hold the extensions to do without', () => {
    expect(parseRunArguments({ ...given, without: 'vector' }).without).toEqual(['vector'])
    expect(() => parseRunArguments({ ...given, without: 'postgis' })).toThrow('--without "postgis"')
  })

  it.each([
    ['500ms', 500],
    ['1.5s', 1500],
    ['5m', 300_000],
    ['1h', 3_600_000],
  ])('a budget of %s is %d ms', (budget, milliseconds) => {
    expect(parseRunArguments({ ...given, budget }).budget).toBe(milliseconds)
  })

  it.each([
    ['budget', '45', /--budget "45": expected a duration/],
    ['budget', '-1s', /--budget "-1s": expected a duration/],
    ['budget', '0s', /above zero/],
    ['statementTimeout', '0.5ms', /--statement-timeout "0.5ms": expected 1ms to 24h/],
    ['statementTimeout', '30', /--statement-timeout "30": expected a duration/],
    ['seed', '-1', /--seed "-1": expected a whole number/],
    ['seed', 'abc', /--seed "abc": expected a whole number/],
    ['out', '', /--out "": expected a folder/],
  ])('--%s %j is refused with what was expected', (option, value, message) => {
    expect(() => parseRunArguments({ ...given, [option]: value })).toThrow(message)
  })
})
