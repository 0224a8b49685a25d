// The two states of the database under comparison.
import { z } from 'zod'

export const armNameSchema = z.enum(['before', 'after'])
export type ArmName = z.infer<typeof armNameSchema>
