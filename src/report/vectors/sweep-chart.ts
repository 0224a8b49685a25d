// sweep.svg: recall against p95 latency, on a logarithmic scale. Finalists are large, and labelled where they are compared at a
// target or nothing beats them; what was met while tuning is small. The same numbers stand in a table of the report.
import type { SweepResult, SweptPoint } from '../../model/vectors/sweep-result.js'
import { escapeHtml } from '../escape.js'
import { counted, formatMs, formatRecall } from '../format.js'
import { drawMark, pixel } from './chart-marks.js'
import { logScale, recallScale, type Scale } from './chart-scale.js'
import { KIND_WORDS, labelPoint } from './index-words.js'
import { placeLabels } from './place-labels.js'

const WIDTH = 960
const HEIGHT = 600
const FRAME = { left: 90, right: 930, top: 70, bottom: 530 }
/** So that a mark at recall 1 is not on the edge. */
const MARGIN = 12
/** More say nothing that these do not. */
const MOST_DOTS = 300

interface Dot {
  readonly point: SweptPoint
  readonly recall: number
  readonly ms: number
}

interface Scales {
  readonly x: Scale
  readonly y: Scale
}

export function renderSweepChart({ points, comparisons, evidence }: SweepResult): string {
  const dots = points.flatMap(dotOf).slice(0, MOST_DOTS)
  const scales = scalesFor(dots)
  const finalists = dots.filter(({ point }) => point.queries === 'reporting')
  const large = finalists.length > 0 ? finalists : dots.filter(({ point }) => point.front.p95)
  const small = dots.filter((dot) => !large.includes(dot))
  const compared = new Set(
    comparisons.flatMap(({ contenders }) => contenders.map(({ index, search }) => labelPoint(index, search))),
  )
  const named = large.filter(
    ({ point }) => point.front.p95 || compared.has(labelPoint(point.index, point.search)),
  )
  const title = `Recall against p95 latency: ${evidence.vectors.name}, ${evidence.vectors.rows} × ${evidence.vectors.dimensions}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">`,
    `<title id="title">${escapeHtml(title)}</title>`,
    `<desc id="description">${escapeHtml(describe(dots, large))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${FRAME.left}" y="28" font-size="16" font-weight="600" fill="#222222">${escapeHtml(title)}</text>`,
    legend(dots),
    ...axes(scales, evidence.run.k),
    ...small.map((dot) => drawDot(dot, scales, 2.5)),
    frontLine(large, scales),
    ...large.map((dot) => drawDot(dot, scales, 6)),
    ...labels(named, scales),
    '</svg>',
    '',
  ]
    .filter((line, position, lines) => line !== '' || position === lines.length - 1)
    .join('\n')
}

/** A point that is void, or took no time that could be drawn, is none. */
function dotOf(point: SweptPoint): Dot[] {
  const { recall, p95Ms, voidBecause } = point
  if (voidBecause !== null || recall === null || p95Ms === null || p95Ms <= 0) return []
  return [{ point, recall: recall.mean, ms: p95Ms }]
}

function scalesFor(dots: readonly Dot[]): Scales {
  const recalls = dots.map(({ recall }) => recall)
  const times = dots.map(({ ms }) => ms)
  const least = Math.min(0.9, ...recalls)
  const [fast, slow] = dots.length === 0 ? [1, 10] : [Math.min(...times), Math.max(...times)]
  return {
    x: recallScale(Math.max(0, Math.floor(least * 10) / 10), FRAME.left, FRAME.right - MARGIN),
    y: logScale(fast / 1.5, slow * 1.5, FRAME.bottom, FRAME.top),
  }
}

function axes({ x, y }: Scales, k: number): string[] {
  const { left, right, top, bottom } = FRAME
  const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
    `<line x1="${pixel(x1)}" y1="${pixel(y1)}" x2="${pixel(x2)}" y2="${pixel(y2)}" stroke="${colour}"/>`
  return [
    ...x.ticks.flatMap((tick) => [
      line(x.place(tick), top, x.place(tick), bottom, '#e5e5e5'),
      `<text x="${pixel(x.place(tick))}" y="${bottom + 20}" text-anchor="middle" fill="#444444">${String(tick)}</text>`,
    ]),
    ...y.ticks.flatMap((tick) => [
      line(left, y.place(tick), right, y.place(tick), '#e5e5e5'),
      `<text x="${left - 8}" y="${pixel(y.place(tick) + 4)}" text-anchor="end" fill="#444444">${escapeHtml(formatMs(tick))}</text>`,
    ]),
    line(left, bottom, right, bottom, '#444444'),
    line(left, top, left, bottom, '#444444'),
    `<text x="${(left + right) / 2}" y="${bottom + 46}" text-anchor="middle" fill="#222222">recall at ${k}, mean over queries, logarithmic in what is missing</text>`,
    `<text x="22" y="${(top + bottom) / 2}" text-anchor="middle" transform="rotate(-90 22 ${(top + bottom) / 2})" fill="#222222">p95 latency, logarithmic</text>`,
  ]
}

const drawDot = ({ point, recall, ms }: Dot, { x, y }: Scales, size: number): string =>
  `<g><title>${escapeHtml(wordsOf(point))}</title>${drawMark(point.index, x.place(recall), y.place(ms), size)}</g>`

function frontLine(large: readonly Dot[], { x, y }: Scales): string {
  const front = large.filter(({ point }) => point.front.p95).toSorted((a, b) => a.recall - b.recall)
  if (front.length < 2) return ''
  const path = front.map(({ recall, ms }) => `${pixel(x.place(recall))},${pixel(y.place(ms))}`).join(' ')
  return `<polyline points="${path}" fill="none" stroke="#222222" stroke-dasharray="4 4"/>`
}

function labels(named: readonly Dot[], { x, y }: Scales): string[] {
  const places = named.map(({ point, recall, ms }) => ({
    x: x.place(recall),
    y: y.place(ms),
    text: labelPoint(point.index, point.search),
  }))
  return placeLabels(places, FRAME).map(
    ({ text, labelX, labelY, anchor, ...point }) =>
      `${leader(point, labelX, labelY)}<text x="${pixel(labelX)}" y="${pixel(labelY + 4)}" text-anchor="${anchor}" fill="#222222" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escapeHtml(text)}</text>`,
  )
}

/** From a point to a label that had to move away from it. */
const leader = (
  { x, y }: { readonly x: number; readonly y: number },
  labelX: number,
  labelY: number,
): string =>
  labelY === y
    ? ''
    : `<line x1="${pixel(x)}" y1="${pixel(y)}" x2="${pixel(labelX)}" y2="${pixel(labelY)}" stroke="#999999" stroke-width="0.7"/>`

/** Of the kinds that are there. */
function legend(dots: readonly Dot[]): string {
  const kinds = new Map(dots.map(({ point }) => [`${point.index.kind} ${keptBy(point)}`, point]))
  const entries = [...kinds.values()].map((point, position) => {
    const x = FRAME.left + 8 + position * 140
    const kept = keptBy(point) === 'vector' ? '' : ` ${keptBy(point)}`
    const words = `${KIND_WORDS[point.index.kind]}${kept}`
    return `${drawMark(point.index, x, 48, 5)}<text x="${x + 12}" y="52" fill="#222222">${words}</text>`
  })
  return entries.join('')
}

const keptBy = ({ index }: SweptPoint): string => (index.kind === 'exact' ? 'vector' : index.representation)

const wordsOf = ({ index, search, recall, p95Ms, queries }: SweptPoint): string =>
  `${labelPoint(index, search)}: recall ${formatRecall(recall?.mean ?? null)}, p95 ${formatMs(p95Ms)}, ${queries} queries`

function describe(dots: readonly Dot[], large: readonly Dot[]): string {
  const best = large.filter(({ point }) => point.front.p95).map(({ point }) => wordsOf(point))
  return `${counted(dots.length, 'point')}. More recall is to the right, less time below. Nothing beats: ${best.join('; ')}.`
}
