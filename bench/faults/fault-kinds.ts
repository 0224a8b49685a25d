// The kinds of faults and the servers they are injected into, by name. A new one of either is one more line.
import type { FaultKind } from './fault-kind.js'
import type { FaultServer } from './fault-server.js'
import { cut } from './kinds/cut.js'
import { fullDisk } from './kinds/full-disk.js'
import { hostileName } from './kinds/hostile-name.js'
import { kill } from './kinds/kill.js'
import { lostFolder } from './kinds/lost-folder.js'
import { parallelStarts } from './kinds/parallel-starts.js'
import { restart } from './kinds/restart.js'
import { resume } from './kinds/resume.js'
import { signal } from './kinds/signal.js'
import { everyCall, sqlstate } from './kinds/sqlstate.js'
import { terminate } from './kinds/terminate.js'
import { docker } from './servers/docker.js'
import { embedded } from './servers/embedded.js'
import { local } from './servers/local.js'
import { url } from './servers/url.js'
import { writer } from './servers/writer.js'

export const KINDS: Readonly<Record<string, FaultKind>> = {
  signal,
  kill,
  'lost-folder': lostFolder,
  'full-disk': fullDisk,
  'hostile-name': hostileName,
  'parallel-starts': parallelStarts,
  resume,
  cut,
  sqlstate,
  'every-call': everyCall,
  terminate,
  restart,
}

/** Kinds that need what only these servers have, or that are about our own files and would tell nothing new on others. */
export const ONLY_ON: Readonly<Record<string, readonly string[]>> = {
  'lost-folder': ['embedded', 'local'],
  'full-disk': ['embedded', 'local'],
  'hostile-name': ['embedded', 'local'],
  resume: ['embedded', 'local', 'url'],
  cut: ['url'],
  sqlstate: ['url'],
  'every-call': ['url'],
  terminate: ['url'],
  restart: ['url'],
}

export const SERVERS: Readonly<Record<string, FaultServer>> = {
  embedded,
  local,
  docker,
  url,
  writer,
}
