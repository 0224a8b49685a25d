// Labels beside points, moved up or down until none lies on another.

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
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const LINE = 15
const GAP = 10
/** Of a letter at this size, on the wide side. */
const LETTER = 7
const MOST_STEPS = 12

/** In the order given; the first ones get the better places. */
export function placeLabels(points: readonly Labelled[], frame: Frame): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const point of points) placed.push(placeOne(point, placed, frame))
  return placed
}

function placeOne(point: Labelled, placed: readonly PlacedLabel[], frame: Frame): PlacedLabel {
  const isLeft = point.x + GAP + widthOf(point.text) > frame.right
  const at = (offset: number): PlacedLabel => ({
    ...point,
    labelX: isLeft ? point.x - GAP : point.x + GAP,
    labelY: point.y + offset,
    anchor: isLeft ? 'end' : 'start',
  })
  const offsets = Array.from({ length: MOST_STEPS }, (_, step) => (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * LINE)
  const free = offsets
    .map(at)
    .find(
      (label) =>
        label.labelY >= frame.top && label.labelY <= frame.bottom && placed.every((other) => !overlap(label, other)),
    )
  return free ?? at(0)
}

function overlap(a: PlacedLabel, b: PlacedLabel): boolean {
  const [fromA, toA] = spanOf(a)
  const [fromB, toB] = spanOf(b)
  return Math.abs(a.labelY - b.labelY) < LINE && fromA < toB && fromB < toA
}

function spanOf({ labelX, anchor, text }: PlacedLabel): [number, number] {
  return anchor === 'start' ? [labelX, labelX + widthOf(text)] : [labelX - widthOf(text), labelX]
}

const widthOf = (text: string): number => text.length * LETTER
