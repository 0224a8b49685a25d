// Labels beside points, moved up or down, or to the other side, until none lies on another or on a point.

export interface Labelled {
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface PlacedLabel extends Labelled {
  /** Where the text begins, or ends where it stands to the left. */
  readonly labelX: number
  readonly labelY: number
  readonly anchor: 'start' | 'end'
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LINE = 15
const GAP = 10
/** Of a letter at this size, on the wide side. */
const LETTER = 7
/** Around a point: its mark is as large. */
const MARK = 7
const MOST_STEPS = 24

/** In the order given; the first ones get the better places. */
export function placeLabels(points: readonly Labelled[], frame: Frame): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const point of points) placed.push(placeOne(point, points, placed, frame))
  return placed
}

function placeOne(
  point: Labelled,
  points: readonly Labelled[],
  placed: readonly PlacedLabel[],
  frame: Frame,
): PlacedLabel {
  const isAtEdge = point.x + GAP + widthOf(point.text) > frame.right
  const sides = isAtEdge ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const at = (offset: number, anchor: PlacedLabel['anchor']): PlacedLabel => ({
    ...point,
    labelX: anchor === 'end' ? point.x - GAP : point.x + GAP,
    labelY: point.y + offset,
    anchor,
  })
  const offsets = Array.from(
    { length: MOST_STEPS },
    (_, step) => (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * LINE,
  )
  const free = offsets
    .flatMap((offset) => sides.map((side) => at(offset, side)))
    .find(
      (label) =>
        isInside(label, frame) &&
        !placed.some((other) => overlap(label, other)) &&
        !points.some((other) => covers(label, other)),
    )
  return free ?? at(0, sides[0])
}

function isInside(label: PlacedLabel, { left, right, top, bottom }: Frame): boolean {
  const [from, to] = spanOf(label)
  return label.labelY >= top && label.labelY <= bottom && from >= left && to <= right
}

function overlap(a: PlacedLabel, b: PlacedLabel): boolean {
  const [fromA, toA] = spanOf(a)
  const [fromB, toB] = spanOf(b)
  return Math.abs(a.labelY - b.labelY) < LINE && fromA < toB && fromB < toA
}

function covers(label: PlacedLabel, { x, y }: Labelled): boolean {
  const [from, to] = spanOf(label)
  return Math.abs(label.labelY - y) < LINE / 2 + MARK && x + MARK > from && x - MARK < to
}

function spanOf({ labelX, anchor, text }: PlacedLabel): [number, number] {
  return anchor === 'start' ? [labelX, labelX + widthOf(text)] : [labelX - widthOf(text), labelX]
}

const widthOf = (text: string): number => text.length * LETTER
