// A random subspace, as directions of unit length at right angles.

/** `rank` directions, orthogonalised one after the other (modified Gram-Schmidt) from random ones. */
export function orthonormalBasis(rank: number, dimensions: number, draw: () => number): Float64Array[] {
  const basis: Float64Array[] = []
  while (basis.length < rank) {
    let direction = Float64Array.from({ length: dimensions }, draw)
    for (const axis of basis) {
      const along = dot(direction, axis)
      direction = direction.map((component, i) => component - along * (axis[i] ?? 0))
    }
    const norm = Math.sqrt(dot(direction, direction))
    basis.push(direction.map((component) => component / norm))
  }
  return basis
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
