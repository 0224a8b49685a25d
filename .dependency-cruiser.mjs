// The import rules of ARCHITECTURE.md. checks/dependencies.mjs runs them, and proves on a planted violation that they bite.

/** Folders under src/ that are stages: they meet in experiment/ and never import each other. */
const STAGES = ['server', 'seed', 'vectors', 'migrate', 'measure', 'sweep', 'scenario', 'analyse', 'report']

const mayImport = (from, to) => ({
  name: `${from}-imports`,
  comment: `src/${from} may import ${to.join(', ')} only`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^(src|seeds|bench|test)/', pathNot: to.map((path) => `^${path}`) },
})

const onlyFrom = (name, module, folder) => ({
  name,
  severity: 'error',
  from: { path: '^(src|seeds|bench)/', pathNot: folder },
  to: { path: module },
})

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      from: { path: '^(src|seeds)/' },
      to: { path: '^test/' },
    },
    mayImport('model', ['src/model/']),
    mayImport('postgres', ['src/postgres/', 'src/model/']),
    ...STAGES.filter((stage) => !['scenario', 'analyse', 'report', 'seed', 'vectors'].includes(stage)).map(
      (stage) => mayImport(stage, [`src/${stage}/`, 'src/postgres/', 'src/model/']),
    ),
    mayImport('seed', ['src/seed/', 'src/postgres/', 'src/model/', 'seeds/']),
    mayImport('vectors', ['src/vectors/', 'src/model/', 'seeds/lib/']),
    mayImport('scenario', ['src/scenario/', 'src/postgres/sql/', 'src/model/']),
    mayImport('analyse', ['src/analyse/', 'src/model/']),
    mayImport('report', ['src/report/', 'src/model/']),
    mayImport('experiment', [
      'src/experiment/',
      ...STAGES.map((stage) => `src/${stage}/`),
      'src/postgres/',
      'src/model/',
    ]),
    mayImport('cli', [
      'src/cli/',
      'src/experiment/',
      'src/report/',
      'src/model/',
      'src/postgres/database-error.ts',
      'src/postgres/explain-database-error.ts',
    ]),
    {
      name: 'seeds-imports',
      comment: 'datasets know the types of the model and the generators they share',
      severity: 'error',
      from: { path: '^seeds/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'bench-imports',
      comment:
        'bench sees the built command from outside; what needs our code is the writer that is killed, and the servers: they are reached by our sessions, and hold what is marked as ours is. Trust, overhead, seeding and neighbours look at the method itself, from inside',
      severity: 'error',
      from: {
        path: '^bench/',
        pathNot: '^bench/(faults/(servers|users-server)|trust|overhead|seeding|neighbours|bench-server)/',
      },
      to: { path: '^(src|seeds|test)/', pathNot: ['^src/model/', '^src/experiment/folder/run-folder.ts'] },
    },
    {
      name: 'pure',
      comment: 'analyse and report do no I/O and have no clock',
      severity: 'error',
      from: { path: '^src/(analyse|report)/' },
      to: { dependencyTypes: ['core'] },
    },
    onlyFrom(
      'one-importer-of-drivers',
      'node_modules/(@electric-sql|pg|pg-protocol|libpg-query)/',
      '^(src/postgres/|bench/overhead/ways/plain-pg.ts)',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
}
