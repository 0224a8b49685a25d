// The tables that the experiments read: small, the same on every server, without a random number in them.
import type { Session } from '../../src/postgres/session.js'

export const ROLE = 'app'
/** What the migration of an A/A report makes: an index on a table that no query reads. */
export const BYSTANDER_INDEX = 'bystanders_id_idx'

export const ACCOUNTS = 40_000

const TABLES = `
create table accounts (id int primary key, region int not null, balance int not null, note text not null);
insert into accounts
select i, (i * 7919::bigint % 50)::int, (i * 104729::bigint % 100003)::int, md5(i::text)
from generate_series(1, ${ACCOUNTS}) i;
create index accounts_region_idx on accounts (region);
create table events (id int primary key, account int not null, amount int not null);
insert into events
select i, (i * 15485863::bigint % ${ACCOUNTS})::int + 1, (i * 32452843::bigint % 1009)::int
from generate_series(1, 80000) i;
create index events_account_idx on events (account);
create table bystanders (id int);
insert into bystanders select generate_series(1, 1000);
create index ${BYSTANDER_INDEX} on bystanders (id);
create role ${ROLE};
grant select on all tables in schema public to ${ROLE}`

export async function makeTables(session: Session): Promise<void> {
  await session.script(TABLES)
  await session.script('vacuum (freeze, analyze)')
  await session.script('checkpoint')
}
