// How servers are set up that are made for a run and thrown away after it: the local cluster and the container alike.

/** The data is thrown away, so nothing waits for a disk; the rest is fit for index builds and keeps maintenance out. */
export const THROWAWAY_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '512MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
}

/** Text sorts by its bytes, as on the embedded server, so that the same query has the same order and plans everywhere. */
export const INITDB_ARGUMENTS = ['--encoding=UTF8', '--no-locale', '--no-sync']
