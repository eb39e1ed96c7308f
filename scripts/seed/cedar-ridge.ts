import { forecastRules } from './cedar-ridge-forecast.ts';
import type { Client } from './clients.ts';
import { plan, planFinding, type Work } from './plan.ts';
import type { Calendar } from './story.ts';

/** What Cedar Ridge has on its roadmap. Prices and hours are told in the demo's story. */
function work({ span }: Calendar): Record<string, Work> {
  return {
    servers: {
      title: 'Imaging server replacement',
      lane: 'infrastructure',
      status: 'presented',
      priority: 'critical',
      businessValue: 'high',
      hours: 40,
      hoursLow: 34,
      hoursHigh: 52,
      estimateLow: 1_980_000,
      estimateHigh: 2_640_000,
      costs: [{ label: 'PowerEdge R450', kind: 'hardware', quantity: 2, unitMinor: 745_000, recurrence: 'one-time' }],
      replaces: { type: 'server', count: 2 },
      ...span(1, 15, 22),
      publicNote:
        'Both X-ray servers run Windows Server 2016, which gets no security fixes after January 12, 2027. We bring in two new machines on weekends, one office at a time, so that no patient visit is lost.',
      riskIfDeferred: 'No patches for machines that hold patient images, and the HIPAA review fails.',
      privateNote: 'The imaging vendor asks for a site visit: offer remote hands first. Hardware margin 14 %.',
      publish: true,
    },
    encryption: {
      title: 'Disk encryption on 11 desktops',
      about: { type: 'workstation', count: 11 },
      lane: 'security',
      status: 'proposed',
      priority: 'high',
      hours: 9,
      ...span(0, 40, 90),
      publicNote:
        'Eleven PCs hold patient data on disks that anybody who takes them can read. We switch encryption on overnight.',
      publish: true,
    },
    desktops: {
      title: 'Desktop refresh, wave 1',
      lane: 'devices',
      status: 'presented',
      priority: 'high',
      hours: 0,
      costs: [{ label: 'OptiPlex 7010', kind: 'hardware', quantity: 13, unitMinor: 115_000, recurrence: 'one-time' }],
      replaces: { type: 'workstation', count: 15 },
      ...span(2, 0, 88),
      publicNote: 'PCs over five years old and out of warranty; most Monday calls start on them.',
      publish: true,
    },
    premium: {
      title: 'Business Premium for 9 users',
      lane: 'microsoft-365',
      status: 'proposed',
      priority: 'high',
      hours: 0,
      costs: [
        {
          label: 'Difference to Business Standard',
          kind: 'subscription',
          quantity: 9,
          unitMinor: 800,
          recurrence: 'monthly',
        },
      ],
      ...span(1, 0, 58),
      publicNote: 'Nine people lack the licence that makes a second factor and blocking of risky sign-ins possible.',
      publish: true,
    },
    risk: {
      title: 'HIPAA risk analysis',
      lane: 'compliance',
      status: 'proposed',
      priority: 'high',
      hours: 24,
      ...span(1, 10, 80),
      publicNote:
        'The rule asks for one every twelve months; the last is older. You get the report that auditors ask for.',
      publish: true,
    },
    restore: {
      title: 'Backup restore tests',
      lane: 'infrastructure',
      status: 'proposed',
      priority: 'critical',
      hours: 12,
      ...span(1, 31, 240),
      publicNote: 'Once a quarter we bring a server back from its backup and show you the proof.',
    },
    backup: {
      title: 'Microsoft 365 backup',
      lane: 'microsoft-365',
      status: 'presented',
      hours: 0,
      costs: [{ label: 'Seat', kind: 'subscription', quantity: 31, unitMinor: 400, recurrence: 'monthly' }],
      ...span(1, 0, 85),
      publicNote: 'Mail and files of 31 people, kept for seven years instead of thirty days.',
      publish: true,
    },
    training: {
      title: 'HIPAA training',
      lane: 'renewals',
      hours: 0,
      costs: [{ label: 'Seat', kind: 'subscription', quantity: 31, unitMinor: 2_400, recurrence: 'annual' }],
      ...span(1, 20, 40),
    },
    firewalls: {
      title: 'Firewalls, 3 sites',
      lane: 'infrastructure',
      hours: 9,
      costs: [{ label: 'FortiGate 60F', kind: 'hardware', quantity: 3, unitMinor: 114_000, recurrence: 'one-time' }],
      replaces: { type: 'firewall', count: 3 },
      ...span(3, 0, 88),
    },
    batteries: {
      title: 'Tigard UPS batteries',
      lane: 'devices',
      status: 'in-progress',
      hours: 1,
      costs: [{ label: 'Battery set', kind: 'hardware', quantity: 1, unitMinor: 25_000, recurrence: 'one-time' }],
      ...span(0, 0, 75),
      publish: true,
    },
    vault: { title: 'Passwords to a vault', lane: 'security', hours: 4, ...span(2, 60, 88) },
    tabletop: { title: 'Incident tabletop', lane: 'security', hours: 9, ...span(3, 30, 28) },
    wave2: {
      title: 'Desktop refresh, wave 2',
      lane: 'devices',
      hours: 0,
      costs: [{ label: 'OptiPlex 7010', kind: 'hardware', quantity: 14, unitMinor: 115_000, recurrence: 'one-time' }],
      replaces: { type: 'workstation', count: 14 },
      ...span(5, 0, 88),
    },
    switches: {
      title: 'Hillsboro switches',
      lane: 'devices',
      hours: 0,
      costs: [{ label: 'Switch', kind: 'hardware', quantity: 2, unitMinor: 148_000, recurrence: 'one-time' }],
      publicNote: 'Two switches at Hillsboro are past their life.',
      publish: true,
    },
    rack: {
      title: 'Hillsboro UPS and rack',
      lane: 'devices',
      hours: 0,
      costs: [{ label: 'UPS and rack', kind: 'hardware', quantity: 1, unitMinor: 184_000, recurrence: 'one-time' }],
      publish: true,
    },
    agreement: {
      title: 'Sign the agreement with the imaging vendor',
      lane: 'compliance',
      hours: 2,
      riskIfDeferred: 'Patient data leaves the practice without a contract.',
    },
  };
}

/**
 * Cedar Ridge: a plan out of findings and by hand, and a budget that the client has answered in part.
 *
 * @returns the desktops of the plan, which `growDesktops` moves on from what was sent
 */
export async function seedCedarRidge(
  { company, owner, portal: [karen] }: Client,
  dates: Calendar,
): Promise<{ companyId: string; plannerItemId: string }> {
  const { api } = owner;
  const { companyId } = company;
  const items = await plan(api, companyId, work(dates));
  await api.budgets.setForecastRules({ companyId, ...forecastRules(dates) });
  await planFinding(api, companyId, 'legacy', { lane: 'microsoft-365', hours: 3, ...dates.span(1, 0, 28) });

  const chosen = [
    'servers',
    'desktops',
    'switches',
    'rack',
    'risk',
    'encryption',
    'restore',
    'premium',
    'backup',
    'training',
  ];
  const draft = await api.budgets.create({
    companyId,
    title: `${dates.nextYearName} budget`,
    fiscalYear: dates.nextYear,
    plannerItemIds: chosen.map((key) => items[key]?.plannerItemId ?? ''),
    internalNotes: 'Hillsboro may wait for the lease. Show the servers first.',
  });
  const drafts = ['restore', 'training'].map((key) => items[key]?.plannerItemId);
  const sent = await api.budgets.send({
    companyId,
    budgetId: draft.budgetId,
    v: draft.v,
    budgetLineIds: draft.lines
      .filter((line) => !drafts.includes(line.source?.plannerItemId ?? ''))
      .map((line) => line.budgetLineId),
    dueDate: dates.span(0, 64, 1).startDate,
  });
  const linesOf = (key: string) =>
    sent.lines.filter((line) => line.source?.plannerItemId === items[key]?.plannerItemId);
  await karen.api.portal.answer({
    budgetId: sent.budgetId,
    sentVersion: sent.sentVersion,
    answers: [
      ...['risk', 'encryption', 'premium'].flatMap((key) =>
        linesOf(key).map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' as const, comment: '' })),
      ),
      ...['switches', 'rack'].flatMap((key) =>
        linesOf(key).map(({ budgetLineId }) => ({
          budgetLineId,
          decision: 'rejected' as const,
          comment: 'Wait for the Hillsboro lease',
        })),
      ),
    ],
  });
  return { companyId, plannerItemId: items.desktops?.plannerItemId ?? '' };
}

/** Two more desktops have passed five years since the budget went out: the line shows the difference. */
export async function growDesktops(
  { owner: { api } }: Client,
  one: { companyId: string; plannerItemId: string },
): Promise<void> {
  const desktops = await api.planner.get(one);
  await api.planner.edit({
    ...one,
    v: desktops.v,
    costs: desktops.costs.map((cost) => ({ ...cost, quantity: 15 })),
  });
}
