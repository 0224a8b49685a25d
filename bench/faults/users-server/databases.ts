// Databases of a user's, with rows in them.
import type { Address } from '../../../src/model/address.js'
import { quoteIdentifier } from '../../../src/postgres/identifiers.js'
import { withSuiteSession } from './suite-session.js'

const NAMES = ['shop', 'Indexproof', 'indexproof', 'indexproof_notes', 'my indexproof_0badcafe_1']

const CONTENTS = `
create role %owner;
create schema stock;
create table stock.items (id int primary key, name text not null);
create table sales (item int references stock.items, sold timestamptz, amount numeric);
create index sales_by_item on sales (item);
create function twice(n int) returns int language sql return n * 2;
insert into stock.items select n, 'item ' || n from generate_series(1, 200) n;
insert into sales select 1 + n % 200, timestamptz '2025-01-01' + n * interval '1 hour', n / 7.0 from generate_series(1, 500) n;
comment on table sales is 'ours, and nobody else''s';
alter table sales owner to %owner;
grant select on sales to public`

/** Their names. */
export async function settleDatabases(address: Address): Promise<readonly string[]> {
  for (const [i, name] of NAMES.entries()) {
    await withSuiteSession(address, (session) => session.script(`create database ${quoteIdentifier(name)}`))
    const owner = quoteIdentifier(`${name} owner ${i}`)
    await withSuiteSession({ ...address, database: name }, (session) =>
      session.script(CONTENTS.replaceAll('%owner', owner)),
    )
  }
  await withSuiteSession(address, (session) =>
    session.script(`comment on database shop is 'the shop'; alter database shop set work_mem = '5MB'`),
  )
  return NAMES
}
