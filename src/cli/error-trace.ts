// The stack of an error and of what caused it, for bug reports.

const DEEPEST_CAUSE = 5

/** Undefined where nothing has a stack. */
export function errorTrace(error: unknown): string | undefined {
  const stacks: string[] = []
  let current = error
  while (current instanceof Error && stacks.length < DEEPEST_CAUSE) {
    const frames = framesOf(current)
    stacks.push(
      stacks.length === 0 ? frames : `caused by ${current.name}: ${current.message}${lineBefore(frames)}`,
    )
    current = current.cause
  }
  const trace = stacks.filter((stack) => stack !== '').join('\n')
  return trace === '' ? undefined : trace
}

const lineBefore = (frames: string): string => (frames === '' ? '' : `\n${frames}`)

/** The lines of a stack that name places; the message above them is printed already. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n')
