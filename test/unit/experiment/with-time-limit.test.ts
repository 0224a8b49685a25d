import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withTimeLimit } from '../../../src/experiment/with-time-limit.js'

const never = new AbortController().signal
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
  })

describe('the time limit of a run', () => {
  it('ends it with exit 4 and says which option gives more', async () => {
    await expect(withTimeLimit(20, never, untilAborted)).rejects.toMatchObject({
      exitCode: 4,
      message: 'The run took longer than its limit of 0.02 s',
      hint: expect.stringContaining('--time-limit'),
    })
  })

  it('passes an interruption on, with its own reason', async () => {
    const controller = new AbortController()
    const run = withTimeLimit(60_000, controller.signal, untilAborted)
    controller.abort(new Error('Ctrl-C'))
    await expect(run).rejects.toThrow('Ctrl-C')
  })

  it('is no limit where it is longer than a timer can be, and keeps no process alive', async () => {
    expect(await withTimeLimit(2 ** 40, never, () => delay(5, 'done'))).toBe('done')
  })
})
