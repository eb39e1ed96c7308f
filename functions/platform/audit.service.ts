import type { EntityItem } from 'electrodb';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/date.ts';
import { invalid } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { type AuditFilter, AuditRow } from '../../shared/platform/audit.ts';
import { AuditEntity } from '../_kit/ledger.entity.ts';
import { idFloor } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';

type Row = EntityItem<typeof AuditEntity>;

/** Between the day that a page ended in and the cursor within that day. */
const MARK = '~';

/** Where a page goes on: the day, and the day's own sealed cursor unless the day begins. */
function placeOf({ cursor, from, to }: AuditFilter): { day: CalendarDate; inner?: string } {
  if (cursor === undefined) return { day: to };
  const [day = '', inner = ''] = cursor.split(MARK);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < from || day > to) {
    throw invalid('cursor', 'This page link is no longer valid. Open the list again.', 'cursor.invalid');
  }
  return inner ? { day, inner } : { day };
}

/**
 * What was done in the MSP, newest first, day by day. Rows that concern a client show only to those who see that client.
 * The trail is kept by UTC day; `from` and `to` are included.
 */
export async function listAudit(scope: Scope, input: AuditFilter): Promise<Page<AuditRow>> {
  const { from, to, companyId, actorId, limit } = input;
  const keep = (row: Row) =>
    (actorId === undefined || row.actorId === actorId) &&
    (companyId === undefined || row.companyId === companyId) &&
    (row.companyId === 'msp' || seesCompany(scope.actor, row.companyId));
  const items: AuditRow[] = [];
  let { day, inner } = placeOf(input);
  while (true) {
    const found = await page(scope, AuditEntity, AuditEntity.query.byDay({ mspId: scope.mspId, day }), {
      limit: limit - items.length,
      cursor: inner,
      filter: { from, to, day, companyId, actorId },
      newestFirst: true,
      keep,
    });
    items.push(...found.items.map((row) => AuditRow.parse(row)));
    if (found.cursor) return { items, cursor: `${day}${MARK}${found.cursor}` };
    if (day === from) return { items };
    day = addDays(day, -1);
    inner = undefined;
    if (items.length >= limit) return { items, cursor: `${day}${MARK}` };
  }
}

/** What of a company's trail is asked for. */
interface CompanyTrail {
  limit: number;
  cursor?: string | undefined;
  /** What else the list was filtered by. */
  filter: unknown;
  /** From the first moment to before the last; everything when absent. */
  within?: readonly [Date, Date] | undefined;
  keep: Promise<(row: AuditRow) => boolean>;
}

/** What was done at one company, newest first. Its own client users may read it: it stands in the company's partition. */
export async function companyTrail(
  scope: Scope,
  companyId: string,
  { within, ...wanted }: CompanyTrail,
): Promise<Page<AuditRow>> {
  const whole = AuditEntity.query.inCompany({ mspId: scope.mspId, companyId });
  // Floors stand between ids, so nothing of the last moment is lost.
  const [first, last] = (within ?? []).map((moment) => ({ auditId: idFloor(moment) }));
  const found = await page(scope, AuditEntity, first && last ? whole.between(first, last) : whole, {
    ...wanted,
    newestFirst: true,
  });
  return { ...found, items: found.items.map((row) => AuditRow.parse(row)) };
}
