import { type DayOrder, dayOrderOf } from '../../../shared/csv/dates.ts';
import { decodeText } from '../../../shared/csv/decode.ts';
import { importRows } from '../../../shared/csv/import-rows.ts';
import { guessMapping, type Mapping } from '../../../shared/csv/mapping.ts';
import { type CsvTable, readCsv } from '../../../shared/csv/read.ts';
import {
  type Imported,
  type ImportedFacts,
  MOST_CHECKED,
  MOST_WRITTEN,
} from '../../../shared/devices/device-import.ts';
import { DEVICE_FIELDS, deviceCells } from '../../../shared/devices/import-columns.ts';
import { type ImportLine, linesOf, outcomeOf, withVerdicts } from '../../../shared/devices/import-lines.ts';
import { client } from '../../lib/api.ts';

/** A file that was read: its table, and which column fills what as far as the headers tell. */
export interface OpenedFile {
  table: CsvTable;
  mapping: Mapping;
  /** The order of its dates, where one of them tells. */
  order: DayOrder | undefined;
}

const DATES = ['purchased', 'warrantyStart', 'warrantyEnd'];

/** The order of dates in the columns chosen; undefined when it could be either. */
export function orderOf({ rows }: CsvTable, mapping: Mapping): DayOrder | undefined {
  const columns = DATES.flatMap((field) => mapping[field] ?? []);
  return dayOrderOf(rows.flatMap(({ cells }) => columns.map((index) => cells[index] ?? '')));
}

/** Reads a file. The sentence says what to do when it is no table. */
export async function openFile(file: File): Promise<OpenedFile | { fault: string }> {
  const reading = readCsv(decodeText(new Uint8Array(await file.arrayBuffer())));
  if ('fault' in reading) return reading;
  const { table } = reading;
  const mapping = guessMapping(table.columns, DEVICE_FIELDS);
  return { table, mapping, order: orderOf(table, mapping) };
}

/** Lines that can be imported, in pieces that one request takes. */
function pieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** Reads the lines by the mapping and asks what would become of each. */
export async function checkLines(
  companyId: string,
  table: CsvTable,
  mapping: Mapping,
  order: DayOrder,
  currency: string,
): Promise<ImportLine[]> {
  const lines = linesOf(importRows(table, mapping, deviceCells(order, currency)));
  const facts = lines.flatMap(({ facts: one, problems }) => (one && problems.length === 0 ? [one] : []));
  const verdicts = [];
  for (const rows of pieces(facts, MOST_CHECKED)) {
    verdicts.push(...(await client.devices.checkImport({ companyId, rows })).rows);
  }
  return withVerdicts(lines, verdicts);
}

type Row = { facts: ImportedFacts; deviceId?: string; v?: number };

function rowOf({ facts, verdict }: ImportLine): Row[] {
  if (!facts || !verdict) return [];
  if (verdict.outcome === 'new') return [{ facts }];
  return verdict.outcome === 'changed' ? [{ facts, deviceId: verdict.deviceId, v: verdict.v }] : [];
}

/**
 * Writes what is new or changed, piece by piece; each piece is written whole or not at all. Should it break off, the same
 * file goes on where it stopped: what is written already is then the same.
 *
 * @param onProgress hears how many lines are written
 */
export async function writeLines(
  companyId: string,
  lines: readonly ImportLine[],
  onProgress: (written: number) => void,
): Promise<Imported> {
  const rows = lines.filter((line) => outcomeOf(line) !== 'problem').flatMap(rowOf);
  const sum = { created: 0, changed: 0 };
  for (const piece of pieces(rows, MOST_WRITTEN)) {
    const { created, changed } = await client.devices.importRows({ companyId, rows: piece });
    sum.created += created;
    sum.changed += changed;
    onProgress(sum.created + sum.changed);
  }
  return sum;
}
