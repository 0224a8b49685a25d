// Rules of thumb that published reports choose the number of lists by. They are judged, not followed.
import { z } from 'zod'

export const LISTS_RULES = ['lists = 100', 'lists = √rows'] as const
export const listsRuleNameSchema = z.enum(LISTS_RULES)
type ListsRuleName = z.infer<typeof listsRuleNameSchema>

export const listsByRule = (rule: ListsRuleName, rows: number): number =>
  rule === 'lists = 100' ? 100 : Math.max(1, Math.round(Math.sqrt(rows)))
