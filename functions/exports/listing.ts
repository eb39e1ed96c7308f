import type { Cell } from '../../shared/exports/csv.ts';
import type { ExportFilter, ExportList } from '../../shared/exports/export.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { CompanyCardEntity } from '../_kit/company-card.entity.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';

/** A column of the file: its heading, and the raw value of a row. */
type Column<Row> = readonly [heading: string, cellOf: (row: Row) => Cell];

/** What of a list is wanted: whose, by which filter, from where on. */
export interface Wanted<L extends ExportList> {
  companyId: string;
  filter: ExportFilter<L>;
  limit: number;
  cursor?: string | undefined;
}

/** A list as it is exported: its headings, and its rows page by page as raw cells. */
export interface Listing<L extends ExportList = ExportList> {
  headings: readonly string[];
  page(scope: Scope, wanted: Wanted<L>): Promise<Page<Cell[]>>;
}

/**
 * A list as its page has it: `read` is the verb that the page itself calls, so that whoever exports gets what they see and
 * nothing else.
 */
export function listing<L extends ExportList, Row>(
  columns: readonly Column<Row>[],
  read: (scope: Scope, wanted: Wanted<L>) => Promise<Page<Row>>,
): Listing<L> {
  return {
    headings: columns.map(([heading]) => heading),
    page: async (scope, wanted) => {
      const { items, ...rest } = await read(scope, wanted);
      return { ...rest, items: items.map((row) => columns.map(([, cellOf]) => cellOf(row))) };
    },
  };
}

/** Rows with the name of their client, for lists over all clients. */
export async function withClient<Row extends { companyId: string }>(
  scope: Scope,
  page: Page<Row>,
): Promise<Page<Row & { client: string }>> {
  const { mspId } = scope;
  const ids = [...new Set(page.items.map(({ companyId }) => companyId))];
  const gets = ids.map((companyId) => CompanyCardEntity.get({ mspId, companyId }));
  const names = new Map(
    (await findMany(scope, CompanyCardEntity, gets)).map(({ companyId, name }) => [companyId, name]),
  );
  return { ...page, items: page.items.map((row) => ({ ...row, client: names.get(row.companyId) ?? '' })) };
}
