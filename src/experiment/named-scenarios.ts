// The scenarios a user can name: those of the package, and folders of their own.
import { packageRoot } from '../model/package-root.js'
import type { Scenario } from '../model/scenario.js'
import { findScenario } from '../scenario/find-scenario.js'
import { listScenarios, type ListedScenario } from '../scenario/list-scenarios.js'
import { loadScenario } from '../scenario/load-scenario.js'

export const listNamedScenarios = async (): Promise<readonly ListedScenario[]> =>
  listScenarios(await packageRoot())

/** Throws a usage error for an unknown name, and for whatever is wrong in the scenario. */
export const loadNamedScenario = async (nameOrPath: string): Promise<Scenario> =>
  loadScenario(await findScenario(nameOrPath, await packageRoot()))
