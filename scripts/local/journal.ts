import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * What a log-ahead file holds is the operating system's when a write returns: a killed process loses nothing. Only a machine
 * that loses power may lose the last moments; waiting for the disk at each write would block every call behind it.
 */
export const SURVIVES_A_KILL = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';

/**
 * The state folder's own small database: executions and mail. Written through at once, so that a killed run leaves the
 * trace of what it had begun. @throws one sentence when the file is damaged.
 */
export function openJournal(state: string): DatabaseSync {
  mkdirSync(state, { recursive: true });
  const file = join(state, 'journal.db');
  try {
    const database = new DatabaseSync(file);
    database.exec(`
      ${SURVIVES_A_KILL}
      CREATE TABLE IF NOT EXISTS executions (
        arn TEXT PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL,
        input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, started INTEGER NOT NULL, stopped INTEGER
      );
      CREATE INDEX IF NOT EXISTS executions_of_machine ON executions (machine, started);
      CREATE TABLE IF NOT EXISTS mail (id TEXT PRIMARY KEY, at INTEGER NOT NULL, message TEXT NOT NULL);
    `);
    return database;
  } catch (error) {
    throw new Error(
      `${file} cannot be opened (${(error as Error).message}): npm run reset starts over with an empty state folder.`,
      { cause: error },
    );
  }
}
