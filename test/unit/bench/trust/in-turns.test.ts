import { describe, expect, it } from 'vitest'
import { inTurns, type GiveWay } from '../../../../bench/trust/report/in-turns.js'

/** Says when it begins and ends each of its parts. */
const worker =
  (name: string, parts: number, log: string[]) =>
  async (giveWay: GiveWay): Promise<string> => {
    for (let part = 1; part <= parts; part++) {
      log.push(`${name}${part} begins`)
      await new Promise(setImmediate)
      log.push(`${name}${part} ends`)
      await giveWay()
    }
    return name
  }

describe('inTurns', () => {
  it('lets one work at a time proceed, one part each', async () => {
    const log: string[] = []
    const results = await inTurns([worker('a', 2, log), worker('b', 2, log)])
    expect(results).toEqual(['a', 'b'])
    expect(log).toEqual(['a1', 'b1', 'a2', 'b2'].flatMap((part) => [`${part} begins`, `${part} ends`]))
  })

  it('goes on with the one that is left', async () => {
    const log: string[] = []
    await inTurns([worker('a', 1, log), worker('b', 3, log)])
    expect(log.filter((line) => line.endsWith('ends'))).toEqual(['a1 ends', 'b1 ends', 'b2 ends', 'b3 ends'])
  })

  it('throws what one throws after the others have ended', async () => {
    const log: string[] = []
    const failing = (): Promise<string> => Promise.reject(new Error('no server'))
    await expect(inTurns([failing, worker('b', 2, log)])).rejects.toThrow('no server')
    expect(log.at(-1)).toBe('b2 ends')
  })
})
