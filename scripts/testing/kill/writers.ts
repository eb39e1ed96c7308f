import { ORPCError } from '@orpc/client';
import { every } from '../../../shared/kernel/every.ts';
import type { Ledger } from './ledger.ts';
import type { WorkingMsp } from './msp.ts';

const CONFLICT = 409;
const LINE = { type: 'hardware', quantity: 2, recurrence: 'one-time', startDate: '2031-02-01' } as const;

interface Load extends WorkingMsp {
  ledger: Ledger;
  /** Tells these writers' words from those of other rounds and of each other. */
  name: string;
}

/** One round of a writer's work; called again and again. */
type Writer = (load: Load, turn: number) => Promise<void>;

const clients: Writer = async ({ owner: { api }, ledger, name }, turn) => {
  const facts = { name: `Client ${name}-${turn}`, timeZone: 'America/Denver' };
  const company = await api.companies.create(facts);
  const { companyId } = company;
  const about = { kind: 'company', id: companyId, read: () => api.companies.get({ companyId }) };
  ledger.note(company, { ...about, said: facts });
  ledger.note(await api.companies.edit({ companyId, v: company.v, seats: turn }), { ...about, said: { seats: turn } });
};

const contacts: Writer = async ({ owner: { api }, companyId, ledger, name }, turn) => {
  const facts = { name: `Contact ${name}-${turn}` };
  const contact = await api.companies.createContact({ companyId, ...facts });
  const { contactId } = contact;
  const list = () => every((cursor) => api.companies.listContacts({ companyId, limit: 100, cursor }));
  const read = async () => (await ledger.list('contacts', list)).find((one) => one.contactId === contactId) ?? {};
  const about = { kind: 'contact', id: contactId, read };
  ledger.note(contact, { ...about, said: facts });
  const title = `Title ${turn}`;
  const edited = await api.companies.editContact({ companyId, contactId, v: contact.v, title });
  ledger.note(edited, { ...about, said: { title } });
};

const plans: Writer = async ({ owner: { api }, companyId, ledger, name }, turn) => {
  const title = `Work ${name}-${turn}`;
  const item = await api.planner.create({ companyId, title, lane: 'security', hours: 2 });
  const { plannerItemId } = item;
  const about = { kind: 'planner-item', id: plannerItemId, read: () => api.planner.get({ companyId, plannerItemId }) };
  ledger.note(item, { ...about, said: { title, hours: 2 } });
  const edited = await api.planner.edit({ companyId, plannerItemId, v: item.v, hours: 3 });
  ledger.note(edited, { ...about, said: { hours: 3 } });
  ledger.note(await api.planner.publish({ companyId, plannerItemId, v: edited.v }), about);
};

const decisions: Writer = async ({ owner: { api }, companyId, ledger, name }, turn) => {
  const { items } = await api.findings.list({ companyId, status: 'open', limit: 100 });
  const finding = items[turn % Math.max(items.length, 1)];
  if (!finding) return;
  const { findingId, title } = finding;
  const about = { kind: 'finding', id: findingId, read: () => api.findings.get({ companyId, findingId }) };
  if (turn % 4 === 3 && items.length > 2) {
    const item = await api.planner.create({ companyId, findingId, title });
    const { plannerItemId } = item;
    const read = () => api.planner.get({ companyId, plannerItemId });
    ledger.note(item, { kind: 'planner-item', id: plannerItemId, said: { findingId }, read });
    return;
  }
  const dismissed = await api.findings.dismiss({
    companyId,
    findingId,
    v: finding.v,
    reason: 'risk-accepted',
    note: `Seen by ${name}`,
  });
  ledger.note(dismissed, about);
  ledger.note(await api.findings.reopen({ companyId, findingId, v: dismissed.v }), about);
};

const budgets: Writer = async ({ owner: { api }, approver, companyId, ledger, name }, turn) => {
  const title = `Budget ${name}-${turn}`;
  let budget = await api.budgets.create({ companyId, title, fiscalYear: 2031 });
  const { budgetId } = budget;
  const about = { kind: 'budget', id: budgetId, read: () => api.budgets.get({ companyId, budgetId }) };
  ledger.note(budget, { ...about, said: { title } });
  for (const label of ['Server', 'Switch', 'Rack']) {
    const { v } = budget;
    budget = ledger.note(
      await api.budgets.addLine({ companyId, budgetId, v, label, unitMinor: 745_000, ...LINE }),
      about,
    );
  }
  const budgetLineId = budget.lines[0]?.budgetLineId ?? '';
  const change = { companyId, budgetId, budgetLineId, v: budget.v, quantity: 3 };
  budget = ledger.note(await api.budgets.editLine(change), about);
  budget = ledger.note(await api.budgets.send({ companyId, budgetId, v: budget.v }), about);
  const { sentVersion, lines } = budget;
  const answers = lines.map((line, at) => ({
    budgetLineId: line.budgetLineId,
    decision: at === 0 ? ('rejected' as const) : ('approved' as const),
    comment: 'After the lease',
  }));
  await approver.api.portal.answer({ budgetId, sentVersion, answers });
  ledger.note({ v: budget.v }, { ...about, said: { openLines: 0 } });
};

const WRITERS: readonly Writer[] = [clients, contacts, plans, plans, decisions, budgets, budgets];

/** Asks for a report; nobody waits for it. */
export async function askForReport({ owner: { api }, companyId }: WorkingMsp, ledger: Ledger): Promise<void> {
  const period = { from: '2031-01-01', to: '2031-03-31' };
  const title = `Report after ${ledger.count} writes`;
  const draft = await api.reports.create({ companyId, title, period, sections: ['cover', 'roadmap', 'budget'] });
  const { reportId } = draft;
  const report = await api.reports.make({ companyId, reportId, v: draft.v });
  const read = () => api.reports.get({ companyId, reportId });
  ledger.note(report, { kind: 'report', id: reportId, said: { title }, read });
}

/** Asks for a sync and resolves when it is at work. */
export async function startSync({ owner: { api }, integrationId }: WorkingMsp): Promise<void> {
  const { runId } = await api.integrations.syncNow({ integrationId });
  while ((await api.integrations.getRun({ integrationId, runId })).state === 'queued');
}

/** Writes with all hands until `dead`; resolves when the last of them has noticed. @throws what is no end and no conflict */
export async function writeUntil(dead: AbortSignal, msp: WorkingMsp, ledger: Ledger, round: string): Promise<void> {
  const run = async (writer: Writer, at: number) => {
    const load = { ...msp, ledger, name: `${round}-${at}` };
    for (let turn = 0; !dead.aborted; turn++) {
      try {
        await writer(load, turn);
      } catch (error) {
        if (dead.aborted) return;
        // A finding that a sync has just touched: the person would look again.
        if (!(error instanceof ORPCError) || error.status !== CONFLICT) throw error;
      }
    }
  };
  await Promise.all(WRITERS.map(run));
}
