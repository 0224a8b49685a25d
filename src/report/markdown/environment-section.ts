// Where it ran: what a reader needs to judge the numbers and to repeat the run.
import type { Result } from '../../model/result.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { counted, formatBytes } from '../format.js'
import { left, markdownTable } from './markdown-table.js'

export function environmentSection(result: Result): string {
  const table = markdownTable([left('what'), left('value')], facts(result))
  return ['## Environment', table, settings(result.server.settings)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function facts({ tool, run, scenario, machine, server }: Result): string[][] {
  return [
    ['PostgreSQL', `${escapeText(server.version)} (${server.kind})`],
    ['version()', escapeText(server.description)],
    ...(server.image === null
      ? []
      : [
          [
            'image',
            `${escapeCode(server.image.name)}, ${server.image.kind === 'local' ? 'built on this machine, ' : ''}${escapeCode(server.image.digest)}`,
          ],
        ]),
    ['pgvector', server.pgvector === null ? 'not installed' : escapeText(server.pgvector)],
    [
      'machine',
      `${escapeText(machine.cpu)}, ${counted(machine.cores, 'core')}, ${formatBytes(machine.memoryBytes)}, ${escapeText(machine.platform)}`,
    ],
    ['Node.js', escapeText(machine.node)],
    ['indexproof', `${escapeText(tool.version)}, analysis version ${tool.analysisVersion}`],
    ['scenario', `${escapeCode(scenario.name)}, SHA-256 ${escapeCode(scenario.hash)}`],
    ['run', `${escapeCode(run.id)}, ${escapeText(run.startedAt)} to ${escapeText(run.finishedAt)}`],
  ]
}

function settings(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}`)
  if (lines.length === 0) return ''
  return ['<details><summary>Settings</summary>', fencedBlock('text', lines.join('\n')), '</details>'].join(
    '\n\n',
  )
}
