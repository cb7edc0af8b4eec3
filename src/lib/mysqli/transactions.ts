/** Transactions of mysqli. Source: php-src 8.2 ext/mysqli/mysqli_nonapi.c, ext/mysqlnd/mysqlnd_connection.c */
import { p } from '../define.ts';
import { declarer, type Declared } from './declare.ts';
import { runSql } from './link-query.ts';
import { linkOf } from './state.ts';

const both = declarer('mysqli', 'mysql', 'mysqli_');
const transactionParams = [p.int('flags', { default: 0 }), p.nullable(p.string('name'), { default: null })] as const;

/** Words for flags, in the order in which they stand in the statement. */
const BEGIN_WORDS: readonly (readonly [number, string])[] = [
  [1, 'WITH CONSISTENT SNAPSHOT'],
  [2, 'READ WRITE'],
  [4, 'READ ONLY'],
];
const END_WORDS: readonly (readonly [number, string])[] = [
  [1, 'AND CHAIN'],
  [2, 'AND NO CHAIN'],
  [4, 'RELEASE'],
  [8, 'NO RELEASE'],
];

function words(flags: number, list: readonly (readonly [number, string])[], between: string): string {
  const chosen = list.filter(([bit]) => (flags & bit) !== 0).map(([, word]) => word);
  return chosen.length === 0 ? '' : ` ${chosen.join(between)}`;
}

/** A name as a comment, as mysqlnd sends it. */
function comment(name: string | null): string {
  return name === null ? '' : ` /*${name.replace(/[^0-9A-Za-z\-_ =]/g, '')}*/`;
}

function transaction(
  name: string,
  sql: string,
  list: readonly (readonly [number, string])[],
  between: string,
): Declared {
  return both({
    name,
    doc: `Sends ${sql}.`,
    params: transactionParams,
    returns: ['bool'],
    *impl(rt, self, flags, label) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      if (flags < 0) return rt.argumentValueError(1, 'must be one of the MYSQLI_TRANS_* constants');
      return yield* runSql(rt, link, `${sql}${comment(label)}${words(flags, list, between)}`);
    },
  });
}

function savepoint(name: string, sql: string): Declared {
  return both({
    name,
    doc: `Sends ${sql}.`,
    params: [p.string('name')],
    returns: ['bool'],
    *impl(rt, self, label) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      if (label === '') return rt.argumentValueError(1, 'cannot be empty');
      return yield* runSql(rt, link, `${sql} \`${label.replace(/`/g, '``')}\``);
    },
  });
}

export const transactionMembers: readonly Declared[] = [
  transaction('begin_transaction', 'START TRANSACTION', BEGIN_WORDS, ', '),
  transaction('commit', 'COMMIT', END_WORDS, ' '),
  transaction('rollback', 'ROLLBACK', END_WORDS, ' '),
  savepoint('savepoint', 'SAVEPOINT'),
  savepoint('release_savepoint', 'RELEASE SAVEPOINT'),
  both({
    name: 'autocommit',
    doc: 'Is every statement a transaction of its own?',
    params: [p.bool('enable')],
    returns: ['bool'],
    *impl(rt, self, enable) {
      const link = linkOf(rt, self);
      return link !== null && (yield* runSql(rt, link, `SET AUTOCOMMIT=${enable ? 1 : 0}`));
    },
  }),
  both({
    name: 'stat',
    doc: 'What the server does at the moment.',
    params: [],
    returns: ['string', 'false'],
    *impl(rt, self) {
      const link = linkOf(rt, self);
      if (link === null) return false;
      const { results } = link;
      if (!(yield* runSql(rt, link, 'SELECT 1'))) return false;
      link.results = results;
      return `Server ${link.connection.serverVersion}, thread ${link.connection.threadId}`;
    },
  }),
];
