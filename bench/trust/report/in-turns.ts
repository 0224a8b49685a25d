// Several reports at the same time on one session: each does one round, then the next one has its turn, so that all of them
// meet the same noise.

/** Lets the others have their turn; resolves when it is ours again. */
export type GiveWay = () => Promise<void>

/** Runs the works so that only one proceeds at a time. Where one fails, the others end first; then its error is thrown. */
export async function inTurns<T>(
  works: readonly ((giveWay: GiveWay) => Promise<T>)[],
): Promise<readonly T[]> {
  const waiting: (() => void)[] = []
  const wait = (): Promise<void> => new Promise((resolve) => waiting.push(resolve))
  const letNext = (): void => waiting.shift()?.()
  const giveWay = async (): Promise<void> => {
    const ourTurn = wait()
    letNext()
    await ourTurn
  }
  const running = works.map(async (work) => {
    await wait()
    try {
      return await work(giveWay)
    } finally {
      letNext()
    }
  })
  letNext()
  const outcomes = await Promise.allSettled(running)
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}
