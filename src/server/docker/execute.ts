// Runs a program in a container.
import type { Engine } from './engine.js'

/** Throws with what it said where it does not end with 0. */
export async function execute(
  container: ReturnType<Engine['getContainer']>,
  words: readonly string[],
): Promise<void> {
  const exec = await container.exec({
    Cmd: [...words],
    User: 'postgres',
    AttachStdout: true,
    AttachStderr: true,
    Tty: true,
  })
  let said = ''
  for await (const chunk of await exec.start({ Tty: true })) said += String(chunk)
  const { ExitCode } = await exec.inspect()
  if (ExitCode !== 0) throw new Error(`${words[0]} in the container: ${said.trim()}`)
}
