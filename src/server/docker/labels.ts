// How a container says that it is ours, of which run, and of which process.
import type { Owner } from '../process-owner.js'

export const RUN_LABEL = 'indexproof.run'

export interface Mark extends Owner {
  readonly run: string
}

export const toLabels = ({ run, host, pid, started }: Mark): Record<string, string> => ({
  [RUN_LABEL]: run,
  'indexproof.host': host,
  'indexproof.pid': String(pid),
  'indexproof.started': started,
})

/** Null for what we did not write. */
export function fromLabels(labels: Readonly<Record<string, string | undefined>>): Mark | null {
  const [run, host, started] = [RUN_LABEL, 'indexproof.host', 'indexproof.started'].map(
    (name) => labels[name],
  )
  const pid = Number(labels['indexproof.pid'])
  if (run === undefined || host === undefined || started === undefined) return null
  return Number.isSafeInteger(pid) && pid > 0 ? { run, host, pid, started } : null
}
