import { all, type Counts, type Wrong } from '../../../../scripts/testing/record.ts';
import { AuditEntity, OutboxEntity } from '../../ledger.entity.ts';
import type { Change } from '../../operations.ts';
import type { AnyEntity } from '../../store.ts';
import { control } from '../world.ts';
import type { Told } from './picture.ts';

/** What was looked at for one law, and what was found wrong. */
export interface Looked {
  checked: Counts;
  wrong: readonly Wrong[];
}

const of = (told: readonly Told[], entity: AnyEntity | string) => {
  const name: string = typeof entity === 'string' ? entity : entity.schema.model.entity;
  return told.flatMap((one) => (one.entity === name ? [one.record] : []));
};

/** How often each word comes. */
function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A value that may exist once is held once, for a record that is there. */
export function unique(told: readonly Told[]): Looked {
  const guards = of(told, 'guard');
  const holders = told.filter(({ entity }) => entity !== 'guard' && entity !== 'audit');
  const there = new Set(holders.flatMap(({ record }) => Object.values(record)));
  const held = counted(guards.map(({ kind, holderId }) => `${kind} of ${holderId}`));
  const twice = [...held].flatMap(([name, count]) => (count > 1 ? [`The ${name} is held ${count} times.`] : []));
  const orphans = guards.filter(({ holderId }) => !there.has(holderId));
  return {
    checked: { 'unique values': guards.length },
    wrong: [
      ...all('doubled', twice),
      ...all(
        'drift',
        orphans.map(({ kind, holderId }) => `The ${kind} is held for ${holderId}, which is gone.`),
      ),
    ],
  };
}

/** Records of which some changes are no news: what follows another record, and how far a job has come. */
const PARTLY_TOLD = new Set([
  ...['api-key', 'goal', 'planner-item', 'agenda-item'],
  ...['integration', 'organisation', 'run', 'report', 'export', 'webhook', 'delivery'],
]);

/** The audit trail tells every change of a record once: as many as its version counts. A record may move, which removes it. */
export function audited(told: readonly Told[]): Looked {
  const changes = of(told, AuditEntity).flatMap(({ changes }) => changes as Change[]);
  const written = changes.filter(({ action }) => action !== 'removed');
  const counts = counted(written.map(({ entity, id }) => `${entity} ${id}`));
  const idOf = (entity: string, record: Record<string, unknown>) =>
    record[`${entity.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`] ?? record.userId;
  const records = told.flatMap(({ entity, record }) => {
    const name = `${entity} ${idOf(entity, record)}`;
    return counts.has(name) && typeof record.v === 'number' ? [{ entity, name, v: record.v }] : [];
  });
  const odd = (wanted: (told: number, v: number, entity: string) => boolean) =>
    records
      .filter(({ entity, name, v }) => wanted(counts.get(name) ?? 0, v, entity))
      .map(({ name, v }) => `The audit trail tells ${counts.get(name)} changes of ${name}, which is at version ${v}.`);
  return {
    checked: { 'audited changes': changes.length },
    wrong: [
      ...all(
        'doubled',
        odd((count, v) => count > v),
      ),
      ...all(
        'lost',
        odd((count, v, entity) => count < v && !PARTLY_TOLD.has(entity)),
      ),
    ],
  };
}

/** Nothing waits for ever: every fact is on the bus, and no message was given up. */
export async function delivered(mspId: string, told: readonly Told[]): Promise<Looked> {
  const waiting = of(told, OutboxEntity).map(({ name }) => `The fact ${name} was never put on the bus.`);
  const dead = await control<string[]>('deadLetters', { about: mspId });
  const given = dead.map((message) => `A message was given up: ${message}`);
  return { checked: { 'outboxes and dead letters': 1 }, wrong: all('lost', [...waiting, ...given]) };
}

/** No request named a key of another MSP. */
export async function walledOff(mspId: string): Promise<Looked> {
  const { foreign } = await control<{ foreign: string[] }>('keys');
  return {
    checked: {},
    wrong: all(
      'foreign',
      foreign.filter((says) => says.includes(mspId)),
    ),
  };
}

/** What somebody keeps to themselves lies in no row, no fact and no log line. */
export async function secret(
  secrets: readonly string[],
  told: readonly Told[],
  facts: readonly string[],
): Promise<Looked> {
  const texts = [
    ...told.map(({ entity, record }) => [`a row of ${entity}`, JSON.stringify(record)] as const),
    ...facts.map((fact) => ['a fact', fact] as const),
    ...(await control<string[]>('logged', { texts: secrets })).map((line) => ['a log line', line] as const),
  ];
  const open = texts.filter(([, text]) => secrets.some((one) => text.includes(one)));
  return {
    checked: { secrets: secrets.length },
    wrong: all(
      'leaked',
      open.map(([where, text]) => `${where} tells a secret: ${text.slice(0, 200)}`),
    ),
  };
}
