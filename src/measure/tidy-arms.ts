// What writes rolled back in the arms must not slow the reads that follow. Where an arm is the way its migration left it,
// dead rows included, a VACUUM of ours would take away what is measured.
import type { Arm } from './arms.js'

export async function tidyArms(...arms: readonly Arm[]): Promise<void> {
  const sessions = arms.filter(({ asLeft }) => asLeft !== true).map(({ session }) => session)
  for (const session of new Set(sessions)) await session.script('vacuum')
}
