// Every object in a parse tree, whatever its depth, with the key it stands under: a node stands under its kind,
// as in { ParamRef: { number: 1 } }, but the two sides of a UNION stand under larg and rarg.

export type Fields = Readonly<Record<string, unknown>>

/** Key and fields of each object, outermost first. */
export function* walk(tree: object): Generator<readonly [key: string, fields: Fields]> {
  // A stack instead of recursion: trees are as deep as the user nests parentheses.
  const stack: (readonly [string, object])[] = entriesOf(tree)
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [key, value] = entry
    if (!Array.isArray(value)) yield [key, value as Fields]
    // One by one: a list of a hundred thousand columns is more than a call takes as arguments.
    for (const inner of entriesOf(value)) stack.push(inner)
  }
}

// Last first, for the stack.
function entriesOf(value: object): (readonly [string, object])[] {
  const entries = Object.entries(value as Fields).filter(isObjectEntry)
  return entries.reverse()
}

const isObjectEntry = (entry: [string, unknown]): entry is [string, object] =>
  typeof entry[1] === 'object' && entry[1] !== null
