// The kinds of faults and the servers they are injected into, by name. A new one of either is one more line.
import type { FaultKind } from './fault-kind.js'
import type { FaultServer } from './fault-server.js'
import { fullDisk } from './kinds/full-disk.js'
import { hostileName } from './kinds/hostile-name.js'
import { kill } from './kinds/kill.js'
import { lostFolder } from './kinds/lost-folder.js'
import { parallelStarts } from './kinds/parallel-starts.js'
import { signal } from './kinds/signal.js'
import { embedded } from './servers/embedded.js'
import { local } from './servers/local.js'
import { writer } from './servers/writer.js'

export const KINDS: Readonly<Record<string, FaultKind>> = {
  signal,
  kill,
  'lost-folder': lostFolder,
  'full-disk': fullDisk,
  'hostile-name': hostileName,
  'parallel-starts': parallelStarts,
}

export const SERVERS: Readonly<Record<string, FaultServer>> = { embedded, local, writer }
