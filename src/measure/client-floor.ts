// What a round trip costs when the server has nothing to do: below a few of these, a ratio of latencies saturates.
import type { BoundStatement, Session } from '../postgres/session.js'

export const prepareFloor = async (session: Session): Promise<BoundStatement> =>
  (await session.prepare('select 1')).bind([])

/** Ten timed executions of `SELECT 1` after a discarded one, nanoseconds. */
export async function measureFloor(floor: BoundStatement): Promise<readonly number[]> {
  await floor.run()
  const durations: number[] = []
  for (let i = 0; i < 10; i++) durations.push((await floor.run()).durationNs)
  return durations
}
