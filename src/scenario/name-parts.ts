// Names in a parse tree: lists of strings, the schema before the name.

/** [schema, name] or [name]; nothing where the tree has no name there. */
export const nameParts = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.flatMap((item: unknown) => textOf(item) ?? []) : []

/** The name without its schema. */
export const lastName = (list: unknown): string | undefined => nameParts(list).at(-1)

function textOf(item: unknown): string | undefined {
  const { String: text } = item as { String?: { sval?: string } }
  return text?.sval
}
