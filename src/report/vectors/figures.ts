// Figures that several sections of a sweep's report show alike.
import type { LatencyRatio, RecallInterval } from '../../model/vectors/sweep-result.js'
import { formatDuration, formatMs, formatRecall, formatSpeedup, NOT_MEASURED } from '../format.js'

/** 0.953 [0.941, 0.964] */
export const recallText = (recall: RecallInterval | null): string =>
  recall === null
    ? NOT_MEASURED
    : `${formatRecall(recall.mean)} [${formatRecall(recall.low)}, ${formatRecall(recall.high)}]`

/** 2.1x [1.9, 2.3] */
export const ratioText = ({ ratio }: LatencyRatio): string => formatSpeedup(ratio)

/** Of a build or an event: 85 ms, 12 s */
export const tookText = (ms: number): string => (ms < 1000 ? formatMs(ms) : formatDuration(ms))
