import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../src/model/errors.js'
import { findScenario } from '../../../src/scenario/find-scenario.js'
import { listScenarios } from '../../../src/scenario/list-scenarios.js'
import { withInboxScenario } from '../../support/inbox-scenario.js'

const rootOf = (folder: string): string => join(folder, '..', '..')

const problemOf = (nameOrPath: string): Promise<HarnessError> =>
  withInboxScenario({}, async (folder) => {
    const outcome: unknown = await findScenario(nameOrPath, rootOf(folder)).catch((error: unknown) => error)
    if (outcome instanceof HarnessError) return outcome
    throw new Error('expected a HarnessError', { cause: outcome })
  })

describe('findScenario', () => {
  it('finds a name among the scenarios of the package', () =>
    withInboxScenario({}, async (folder) => {
      expect(await findScenario('inbox', rootOf(folder))).toBe(folder)
    }))

  it('takes a path to a scenario as it is', () =>
    withInboxScenario({}, async (folder) => {
      expect(await findScenario(folder, '/nowhere')).toBe(folder)
    }))

  it('answers an unknown name with the one that was meant, and with the list', async () => {
    const problem = await problemOf('inbax')
    expect(problem.message).toBe('Unknown scenario "inbax". Did you mean "inbox"?')
    expect(problem.hint).toContain('inbox  Inbox by date')
    expect(problem.exitCode).toBe(2)
  })

  it.each(['./nothing', '/etc', '..'])('says of the path %s that it holds no scenario', async (path) => {
    expect((await problemOf(path)).message).toMatch(/^No scenario at /)
  })

  it('does not take an empty word for a folder', async () => {
    expect((await problemOf('')).message).toBe('Unknown scenario "".')
  })
})

describe('listScenarios', () => {
  it('gives names, titles and folders', () =>
    withInboxScenario({}, async (folder) => {
      expect(await listScenarios(rootOf(folder))).toEqual([{ name: 'inbox', title: 'Inbox by date', folder }])
    }))

  it('is empty where there are none', async () => {
    expect(await listScenarios('/nowhere')).toEqual([])
  })
})
