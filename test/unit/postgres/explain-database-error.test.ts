import { describe, expect, it, test } from 'vitest'
import { DatabaseError } from '../../../src/postgres/database-error.js'
import { explainDatabaseError } from '../../../src/postgres/explain-database-error.js'

const databaseError = (code: string, message = 'the words', hint?: string): DatabaseError =>
  new DatabaseError({ message, code, severity: 'ERROR', detail: 'a row', hint, position: undefined })

describe('explainDatabaseError', () => {
  test.each([
    ['53100', 4, /disk of the server is full/, /smaller --scale/],
    ['53200', 4, /no memory left/, /maintenance_work_mem/],
    ['53300', 3, /no connection left/, /max_connections/],
    ['53400', 4, /ran out of a resource/, /smaller --scale/],
    ['57014', 4, /cancelled, or ran into its time limit/, /smaller --scale/],
    ['57P01', 4, /shut down, or ended our session/, /log/],
    ['57P02', 4, /crash of another/, /log/],
    ['57P03', 4, /starts or stops/, /Wait/],
    ['57P05', 4, /ended our session/, /log/],
    ['08006', 4, /connection to PostgreSQL was lost/, /log/],
    ['08P01', 4, /connection to PostgreSQL was lost/, /log/],
    ['40P01', 4, /deadlock/, /nobody else/],
    ['40001', 4, /Transactions of others/, /nobody else/],
    ['40003', 4, /rolled the transaction back/, /nobody else/],
    ['42501', 3, /lacks the rights/, /Grant/],
    ['55P03', 4, /lock that another session holds/, /pg_blocking_pids/],
    ['25006', 5, /looks like a replica/, /primary/],
    ['3D000', 3, /no such database/, /psql -l/],
    ['28000', 3, /does not let this user in/, /pg_hba/],
    ['28P01', 3, /does not let this user in/, /password/],
    ['58030', 4, /read or write its files/, /disk/],
    ['XX001', 4, /error inside itself/, /corrupted/],
  ] as const)('explains %s with exit code %i', (code, exitCode, what, action) => {
    const error = databaseError(code)
    const explained = explainDatabaseError(error, 'seeding messages')
    expect(explained).toMatchObject({
      exitCode,
      cause: error,
      hint: expect.stringMatching(action) as unknown,
    })
    expect(explained.message).toMatch(what)
    expect(explained.message).toContain(
      `, while seeding messages. PostgreSQL says: the words (SQLSTATE ${code})`,
    )
  })

  test.each([
    ['0A000', 'extension "vector" is not available'],
    ['58P01', 'could not open extension control file "/usr/share/vector.control"'],
  ])('knows %s of a missing extension from its other meanings', (code, message) => {
    expect(explainDatabaseError(databaseError(code, message), 'starting')).toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('pgvector') as unknown,
    })
    expect(explainDatabaseError(databaseError(code), 'starting').exitCode).toBe(4)
  })

  it("hands on PostgreSQL's own hint where it knows no better, and never the detail", () => {
    const explained = explainDatabaseError(databaseError('22012', 'division by zero', 'Do not.'), 'seeding')
    expect(explained).toMatchObject({
      exitCode: 4,
      message: 'PostgreSQL says: division by zero (SQLSTATE 22012), while seeding',
      hint: 'Do not.',
    })
    expect(explainDatabaseError(databaseError('22012'), 'seeding').hint).toBeUndefined()
    expect(JSON.stringify({ ...explained, cause: null })).not.toContain('a row')
  })
})
