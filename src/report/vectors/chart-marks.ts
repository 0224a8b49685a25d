// How points are drawn: colour and shape say the kind, so that one of them is enough; the filling says what is kept of a vector.
import type { VectorIndex } from '../../model/vectors/vector-index.js'

/** Okabe and Ito's palette, which colour-blind readers can tell apart. */
const COLOURS = { exact: '#555555', ivfflat: '#0072B2', hnsw: '#D55E00' } as const

export const colourOf = ({ kind }: Pick<VectorIndex, 'kind'>): string => COLOURS[kind]

/** A circle for HNSW, a square for IVFFlat, a diamond for the exact scan; halfvec is hollow, bit half filled. */
export function drawMark(index: VectorIndex, x: number, y: number, size: number): string {
  const colour = colourOf(index)
  const kept = index.kind === 'exact' ? 'vector' : index.representation
  const fill = { vector: colour, halfvec: '#ffffff', bit: colour }[kept]
  const style = `fill="${fill}" fill-opacity="${kept === 'bit' ? 0.4 : 1}" stroke="${colour}" stroke-width="1.5"`
  switch (index.kind) {
    case 'hnsw':
      return `<circle cx="${pixel(x)}" cy="${pixel(y)}" r="${size}" ${style}/>`
    case 'ivfflat':
      return `<rect x="${pixel(x - size)}" y="${pixel(y - size)}" width="${2 * size}" height="${2 * size}" ${style}/>`
    case 'exact': {
      const reach = size * 1.3
      const corners = [
        [x, y - reach],
        [x + reach, y],
        [x, y + reach],
        [x - reach, y],
      ]
      return `<polygon points="${corners.map((corner) => corner.map((value) => pixel(value ?? 0)).join(',')).join(' ')}" ${style}/>`
    }
  }
}

/** To a tenth: the same bytes on every machine. */
export const pixel = (value: number): string => String(Number(value.toFixed(1)))
