// How sentences about work write their numbers, the same in every locale.
import { ratioText } from '../judge/ratio-text.js'

/** 12,345 rows, 1 row; without a noun 12,345 */
export function countText(count: number, singular = ''): string {
  const whole = String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return singular === '' ? whole : `${whole} ${singular}${whole === '1' ? '' : 's'}`
}

/** 0.312 ms */
export const msText = (ms: number): string => `${bare(ms)} ms`

/** reads 40 times fewer blocks, reads 35 % more blocks; `ratio` is before ÷ after */
export function blocksText(ratio: number): string {
  const [factor, word] = ratio >= 1 ? [ratio, 'fewer'] : [1 / ratio, 'more']
  if (factor >= 2) return `reads ${bare(factor)} times ${word} blocks`
  const percent = ratio >= 1 ? (1 - 1 / ratio) * 100 : (1 / ratio - 1) * 100
  return `reads ${Math.round(percent)} % ${word} blocks`
}

const bare = (value: number): string => ratioText(value).slice(0, -1)
