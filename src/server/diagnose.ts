// Can a run start on this server? The same checks as before a run, all of them, without starting or making anything.
import type { Diagnosis } from './diagnose/diagnosis.js'
import { diagnoseDocker } from './diagnose/diagnose-docker.js'
import { diagnoseEmbedded } from './diagnose/diagnose-embedded.js'
import { diagnoseLocal } from './diagnose/diagnose-local.js'
import { diagnoseUrl } from './diagnose/diagnose-url.js'
import type { ServerOptions } from './with-server.js'

export interface DiagnosePorts {
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

export async function diagnose(options: ServerOptions, ports: DiagnosePorts): Promise<Diagnosis> {
  const { kind } = options
  switch (kind) {
    case 'embedded':
      return { kind, checks: diagnoseEmbedded() }
    case 'local':
      return { kind, checks: await diagnoseLocal({ folder: options.binFolder, path: options.path }) }
    case 'docker':
      return { kind, checks: await diagnoseDocker(options.image, ports.signal) }
    case 'url':
      return { kind, checks: await diagnoseUrl({ ...options, ...ports }) }
  }
}
