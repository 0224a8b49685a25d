// Folders whose names try to be something else: SQL, shell, options, escapes.
import type { RandomStream } from '../../../src/model/random.js'
import { exitText, ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'

/** Refused as a name, or unfit for a server's own folder. */
const EXIT_CODES = [2, 3]

const PIECES = [
  `'; drop table messages; --`,
  `"`,
  '$(touch injected)',
  '`touch injected`',
  '; touch injected;',
  '| touch injected',
  '\n',
  '\u001B[31m',
  '-rf',
  '--out=injected',
  ' ',
  ',',
  '*',
  '%s%n',
  '\\',
  '..',
  '$1',
  ':var',
  '<script>',
  '\u202E',
  'ü日本語',
  '#',
] as const

/** A temporary folder has to leave room for the path of a socket. */
const [FEWEST, MOST] = [1, 4]

export const hostileName: FaultKind = (random) => {
  const folders = {
    results: `r${hostile(random)}`,
    temporary: random.coin() ? `t${hostile(random).slice(0, 30)}` : 't',
    scenario: hostile(random),
  }
  return {
    ...ORDINARY_PLAN,
    folders,
    inject: async ({ start, baseline }) => {
      const ended = await start().ended
      return {
        told: `${JSON.stringify(folders)} → ${exitText(ended)}`,
        endedMs: 0,
        wrong: unexpectedExit(ended, [...EXIT_CODES, baseline.exitCode]),
        runs: [ended],
      }
    },
  }
}

function hostile(random: RandomStream): string {
  const count = FEWEST + random.below(MOST - FEWEST + 1)
  const name = random.shuffle(PIECES).slice(0, count).join('')
  return name === '..' ? '..x' : name
}
