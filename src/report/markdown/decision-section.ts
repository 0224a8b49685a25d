// The rules of the decision and the noise of this run: what the verdicts rest on.
import type { NoiseFloor, Result } from '../../model/result.js'
import { escapeCode } from '../escape.js'
import {
  counted,
  formatDuration,
  formatInterval,
  formatMs,
  formatPercent,
  formatRatio,
  formatSpeedup,
} from '../format.js'
import { raisedByNoise } from '../raised-by-noise.js'

export function decisionSection(result: Result): string {
  const lines = [...policyLines(result), ...noiseLines(result.noiseFloor)]
  return ['## Noise floor and policy', lines.map((line) => `- ${line}`).join('\n')].join('\n\n')
}

function policyLines({ policy, run }: Result): string[] {
  const delta = formatRatio(policy.delta)
  return [
    `${counted(run.rounds, 'round')} in ${formatDuration(run.measuringMs)}; measuring ended because ${STOPPED[run.stoppedBy]}.`,
    `Family-wise error rate α = ${formatPercent(policy.alpha)}, shared by all claims and by the looks at rounds ${policy.looks.join(', ')}; among queries without a claim it is, at the last look, the rate of false discoveries.`,
    `Smallest effect of interest δ = ${formatRatio(policy.smallestEffect)}${raisedByNoise(policy) ? `, raised to ${delta} by the noise floor` : ''}: a speed-up inside ${formatInterval(1 / policy.delta, policy.delta)} counts as no change.`,
    `Tolerance at the edges of a claim τ = ${formatPercent(policy.tolerance)}; fewer than ${counted(policy.minimumRounds, 'round')} decide nothing.`,
  ]
}

const STOPPED: Readonly<Record<Result['run']['stoppedBy'], string>> = {
  settled: 'every verdict was settled',
  rounds: 'the last look was reached',
  budget: 'the time budget was used up',
  interrupted: 'it was interrupted',
}

const CONTROL: Readonly<Record<NoiseFloor['controls'][number]['kind'], string>> = {
  'same arm': 'against itself',
  'same work': 'before and after, with the same plans and blocks',
}

function noiseLines({ low, high, clientFloorMs, controls }: NoiseFloor): string[] {
  const floor =
    low === null && high === null
      ? 'Noise floor: not measured, no query was compared with itself.'
      : `Noise floor: ${formatInterval(low, high)}, the widest interval of an arm compared with itself.`
  const client = `Client floor (median of \`SELECT 1\`): ${formatMs(clientFloorMs)}.`
  return [
    floor,
    ...controls.map(
      ({ query, kind, speedup }) => `${escapeCode(query)} ${CONTROL[kind]}: ${formatSpeedup(speedup)}.`,
    ),
    client,
  ]
}
