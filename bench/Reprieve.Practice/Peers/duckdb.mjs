// Runs metrics.sql on a case folder with two threads. Usage: node duckdb.mjs FOLDER AS_OF ZONE STORE
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { print } from './print.mjs';

const [folder, as_of, zone, store] = process.argv.slice(2);
const values = { folder, as_of, zone, store };
const statements = readFileSync(new URL('metrics.sql', import.meta.url), 'utf8')
  .replace(/^\s*--.*$/gm, '')
  .replace(/\{(folder|as_of|zone|store)\}/g, (_, name) => values[name].replaceAll("'", "''"))
  .split(';')
  .filter((statement) => statement.trim());
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
for (const statement of statements.slice(0, -1)) {
  await connection.run(statement);
}

const answer = await connection.runAndReadAll(statements.at(-1));
for (const { metric, numerator, denominator, orders } of answer.getRowObjectsJson()) {
  print(metric, numerator, denominator, orders);
}
