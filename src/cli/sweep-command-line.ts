// The command that repeats a sweep.
import { durationText } from './duration-text.js'
import { serverWords } from './server-settings.js'
import type { SourceSettings, SweepSettings } from './sweep-arguments.js'

export function sweepCommandLine(settings: SweepSettings): string {
  const { source, metric, k, targets, queries, grid, seed, budget, diskBudget, buildMemory, server } =
    settings
  const words = [
    ...sourceWords(source),
    `--metric ${metric === 'inner product' ? 'ip' : metric}`,
    `--k ${k}`,
    `--targets ${targets.join(',')}`,
    `--queries ${queries}`,
    ...(grid === null ? [] : [`--grid '${gridWords(grid)}'`]),
    `--seed ${seed}`,
    ...serverWords(server, settings),
    ...(source.kind === 'query' && server !== 'url' ? addressWords(settings) : []),
    `--budget ${durationText(budget)}`,
    ...(diskBudget === null ? [] : [`--disk-budget ${diskBudget / 2 ** 20}MB`]),
    ...(buildMemory === null ? [] : [`--build-memory ${buildMemory / 2 ** 20}MB`]),
    `--statement-timeout ${durationText(settings.statementTimeout)}`,
    ...(settings.filters ? [] : ['--no-filters']),
    ...(settings.life ? [] : ['--no-life']),
  ]
  return `indexproof sweep vectors ${words.join(' ')}`
}

function sourceWords(source: SourceSettings): readonly string[] {
  switch (source.kind) {
    case 'synthetic':
      return [`--rows ${source.rows}`, `--dimensions ${source.dimensions}`]
    case 'file':
      return [
        `--file ${shellWord(source.path)}`,
        `--format ${source.format}`,
        ...(source.dimensions === null ? [] : [`--dimensions ${source.dimensions}`]),
        ...(source.sample === null ? [] : [`--rows ${source.sample}`]),
      ]
    case 'scenario':
      return [
        `--scenario ${shellWord(source.scenario)}`,
        `--scale ${shellWord(source.scale)}`,
        ...(source.sample === null ? [] : [`--rows ${source.sample}`]),
      ]
    case 'query':
      return [`--query ${shellWord(source.sql)}`, `--rows ${source.sample}`]
  }
}

/** Of the database of the query, which is not where the sweep runs. A URL is not repeated: it may hold a password. */
const addressWords = ({
  url,
  urlEnv,
  allowHost,
  allowProduction,
  allowBusy,
}: SweepSettings): readonly string[] => [
  ...(url === undefined ? [] : ['--url …']),
  ...(urlEnv === undefined ? [] : [`--url-env ${urlEnv}`]),
  ...allowHost.map((host) => `--allow-host ${host}`),
  ...(allowProduction === undefined ? [] : [`--allow-production ${allowProduction}`]),
  ...(allowBusy ? ['--allow-busy'] : []),
]

const gridWords = (grid: NonNullable<SweepSettings['grid']>): string =>
  [
    ['lists', grid.lists],
    ['probes', grid.probes],
    ['m', grid.m],
    ['ef_construction', grid.efConstruction],
    ['ef_search', grid.efSearch],
    ['type', grid.representations],
    ['iterative', grid.iterative.every((mode) => mode === 'off') ? [] : grid.iterative],
  ]
    .filter(([, values]) => values !== undefined && values.length > 0)
    .map(([name, values]) => `${String(name)}=${String(values)}`)
    .join(' ')

const shellWord = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
