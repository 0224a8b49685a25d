// What the suite has to know of a server to inject faults into runs on it.
import type { Traffic, WireFault } from '../wire-proxy/wire-fault.js'
import type { CaseFolder } from './case-folder.js'
import { nothingOutside, type Surroundings } from './surroundings.js'

export interface FaultServer {
  readonly name: string
  /** Gets ready what its cases share, and takes it away after them. */
  withReady<T>(place: ServerPlace, work: (server: ReadyServer) => Promise<T>): Promise<T>
}

export interface ServerPlace {
  /** Of its own. */
  readonly folder: string
  /** The PATH of the environment. */
  readonly path: string
}

export interface ReadyServer {
  /** What Node is given to start a run in the folder: a program of the package's build, and its words. */
  commandLine(dist: string, folder: CaseFolder): readonly string[]
  /** The same to go on with an interrupted run; null where there is no such thing. */
  readonly resumeLine: ((dist: string, run: string) => readonly string[]) | null
  /** Removes what a killed run left, as a user would with a command; null where nothing may be left to be removed. */
  readonly cleanLine: ((dist: string) => readonly string[]) | null
  /** Added to the environment of its runs. */
  readonly environment: Readonly<Record<string, string>>
  /** Are its results those of real runs? */
  readonly measures: boolean
  /** What of ours can be outside of a case's own folders, and which neighbours a run has there. */
  readonly surroundings: Surroundings
  /** How long what is ours may outlive a run. */
  readonly graceMs: number
  /** Resolves when the server has noticed that a run was killed: until then, that run is alive to it. */
  quiet(): Promise<void>
  /** Null where nobody can get between a run and its server. */
  readonly cluster: FaultCluster | null
}

/** A server that faults happen to from outside. */
export interface FaultCluster {
  /** Runs with this environment reach the server through a proxy with a fault. */
  throughProxy<T>(fault: WireFault, work: (way: ProxyWay) => Promise<T>): Promise<T>
  /** Ends one session of a run, or all; returns how many. */
  terminate(which: 'one' | 'all'): Promise<number>
  /** Stops the server by this signal, and starts it again. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
}

export interface ProxyWay {
  readonly environment: Readonly<Record<string, string>>
  readonly traffic: Readonly<Traffic>
}

/** What most servers have in common. */
export const ORDINARY_SERVER = {
  cleanLine: null,
  environment: {},
  measures: true,
  surroundings: nothingOutside,
  // A fraction of a second on a machine at rest; on one that runs a dozen other tests a server took 5 s to stop.
  graceMs: 10_000,
  quiet: () => Promise.resolve(),
  cluster: null,
} satisfies Partial<ReadyServer>
