import { runAs } from '../../../functions/_kit/env.ts';
import { OutboxEntity } from '../../../functions/_kit/ledger.entity.ts';
import { systemScope } from '../../../functions/_kit/scope.ts';
import { all } from '../../../functions/_kit/store.ts';
import { every } from '../../../shared/kernel/every.ts';
import type { HostProcess } from './host-process.ts';
import type { Ledger } from './ledger.ts';
import type { WorkingMsp } from './msp.ts';

const SHARDS = [0, 1, 2, 3];

/** Acknowledged writes that are not there, or older than what the writer was told. */
export async function lost(ledger: Ledger): Promise<string[]> {
  const found = await Promise.all(
    ledger.entries.map(async ({ kind, id, v, said, read }) => {
      const now = (await read().catch((error: Error) => ({ error: error.message }))) as Record<string, unknown>;
      const same = Object.entries(said).every(([field, value]) => now[field] === value);
      const fits = typeof now.v === 'number' && now.v >= v && (same || now.v > v);
      return fits
        ? []
        : [`${kind} ${id}: acknowledged v${v} ${JSON.stringify(said)}, now ${JSON.stringify(now).slice(0, 300)}`];
    }),
  );
  return found.flat();
}

/** Records whose audit trail does not tell every acknowledged write. */
export async function untold({ owner: { api } }: WorkingMsp, ledger: Ledger): Promise<string[]> {
  const days = [Date.now() - 86_400_000, Date.now()].map((at) => new Date(at).toISOString().slice(0, 10));
  const [from = '', to = ''] = days;
  const rows = await every((cursor) => api.platform.listAudit({ from, to, limit: 100, cursor }));
  const told = new Map<string, number>();
  for (const { id } of rows.flatMap(({ changes }) => changes)) told.set(id, (told.get(id) ?? 0) + 1);
  return ledger.entries.flatMap(({ kind, id, writes }) =>
    (told.get(id) ?? 0) >= writes ? [] : [`${kind} ${id}: ${writes} writes acknowledged, ${told.get(id) ?? 0} audited`],
  );
}

/** Records of which one half was written, and figures that do not agree with their rows. */
export async function halves(msp: WorkingMsp): Promise<string[]> {
  const { owner, approver, companyId } = msp;
  const { api } = owner;
  const wrong: string[] = [];
  const check = (what: string, one: unknown, other: unknown) => {
    if (JSON.stringify(one) !== JSON.stringify(other))
      wrong.push(`${what}: ${JSON.stringify(one)} against ${JSON.stringify(other)}`);
  };

  const budgets = await every((cursor) => api.budgets.list({ companyId, limit: 100, cursor }));
  for (const { budgetId } of budgets) {
    const { lines, sums, lineCount } = await api.budgets.get({ companyId, budgetId });
    const total = (status: string) =>
      lines.filter((line) => line.status === status).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const counted = Object.fromEntries(Object.keys(sums).map((status) => [status, total(status)]));
    check(`sums of budget ${budgetId}`, sums, counted);
    check(`lines of budget ${budgetId}`, lineCount, lines.length);
  }

  const items = await every((cursor) => api.planner.list({ companyId, limit: 100, cursor }));
  for (const { plannerItemId, findingId } of items) {
    if (!findingId) continue;
    const links = (await api.planner.links({ companyId, plannerItemId })).items;
    const ends = links.flatMap(({ from, to }) => [from.id, to.id]);
    check(`link of ${plannerItemId} to its finding`, ends.includes(findingId), true);
    check(`finding ${findingId}`, (await api.findings.get({ companyId, findingId })).plannerItemId, plannerItemId);
  }

  for (const [who, person] of Object.entries({ owner, approver })) {
    const notices = await every((cursor) => person.api.notifications.list({ limit: 100, cursor }));
    const { unread } = await person.api.notifications.unread();
    check(`bell of the ${who}`, unread, notices.filter(({ readAt }) => !readAt).length);
    if (who !== 'owner') continue;
    const told = new Set(notices.flatMap(({ type, record }) => (type === 'budget-answered' ? [record.id] : [])));
    const answered = budgets.filter(({ openLines, sentVersion }) => sentVersion > 0 && openLines === 0);
    check(
      'answers that nobody was told of',
      answered.filter(({ budgetId }) => !told.has(budgetId)),
      [],
    );
  }

  const { summaries } = await api.companies.overview({ companyId });
  const figures = (wanted: string) =>
    summaries.find(({ feature }) => feature === wanted)?.figures as Record<string, unknown> | undefined;
  const open = await every((cursor) => api.findings.list({ companyId, status: 'open', limit: 100, cursor }));
  check('open findings of the overview', figures('findings')?.open, open.length);
  check(
    'planner items of the overview',
    figures('planner')?.items,
    (await api.planner.roadmap({ companyId })).items.length,
  );
  return wrong;
}

/** Facts that were committed and never published. */
export async function unpublished(host: HostProcess, { mspId }: WorkingMsp): Promise<string[]> {
  return runAs(await host.environmentOf('platform-schedule-sweep'), async () => {
    const scope = systemScope(mspId, 'kill-test');
    const rows = await Promise.all(
      SHARDS.map((shard) => all(scope, OutboxEntity, OutboxEntity.query.waiting({ mspId, shard }), { most: 1_000 })),
    );
    return rows.flat().map(({ name, eventId }) => `${name} ${eventId}`);
  });
}
