// Shares in words.
import type { CacheHit } from '../../model/inspection.js'
import { counted, formatPercent, NOT_MEASURED } from '../format.js'

export const shareText = (share: number | null): string =>
  share === null ? NOT_MEASURED : formatPercent(share)

export const cacheText = ({ requests, share }: CacheHit): string =>
  share === null ? 'no block was asked for' : `${formatPercent(share)} of ${counted(requests, 'block')}`
