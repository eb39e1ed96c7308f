import type { Product } from '../../shared/budgets/product.ts';
import type { Client } from './clients.ts';
import { plan, planFinding, type Work } from './plan.ts';
import type { Calendar } from './story.ts';

function work({ span }: Calendar, laptop: Product | undefined): Record<string, Work> {
  return {
    documents: {
      title: 'Document system to the cloud',
      lane: 'infrastructure',
      status: 'proposed',
      priority: 'high',
      businessValue: 'high',
      hours: 120,
      hoursLow: 100,
      hoursHigh: 150,
      costs: [
        {
          label: 'Migration by the vendor',
          kind: 'software',
          quantity: 1,
          unitMinor: 1_820_000,
          recurrence: 'one-time',
        },
      ],
      ...span(2, 14, 70),
      publicNote:
        'The partners lose an hour on Mondays while documents open. In the cloud they open at once, from court as well.',
      riskIfDeferred: 'The server leaves support next year, and Monday stays slow.',
      privateNote: 'Eleanor wants it before the September trial. Vendor gives 10 % for signing this quarter.',
      publish: true,
    },
    firewall: {
      title: 'Second firewall for the office line',
      lane: 'security',
      hours: 10,
      costs: [{ label: 'FortiGate 100F', kind: 'hardware', quantity: 1, unitMinor: 312_000, recurrence: 'one-time' }],
      ...span(3, 0, 30),
      publicNote: 'One firewall carries the whole firm. A second takes over in seconds when it fails.',
      publish: true,
    },
    insurance: {
      title: 'Cyber insurance renewal',
      lane: 'renewals',
      hours: 0,
      costs: [{ label: 'Premium', kind: 'other', quantity: 1, unitMinor: 1_420_000, recurrence: 'annual' }],
      ...span(1, 31, 28),
      publicNote: 'The yearly premium. We fill in the security questions with you.',
      publish: true,
    },
    mailProof: {
      title: 'Refuse forged mail (DMARC reject)',
      lane: 'security',
      priority: 'high',
      hours: 6,
      ...span(1, 5, 40),
      publicNote: 'Nobody can send mail in the name of the firm any more.',
      publish: true,
    },
    laptops: {
      title: 'Laptop refresh, 12 lawyers',
      lane: 'devices',
      hours: 18,
      costs: [
        {
          label: 'Latitude 5450',
          kind: 'hardware',
          quantity: 12,
          unitMinor: 148_000,
          recurrence: 'one-time',
          ...(laptop ? { product: { productId: laptop.productId, unitMinor: laptop.unitPriceMinor } } : {}),
        },
      ],
      ...span(4, 0, 88),
    },
    review: { title: 'Yearly security review', lane: 'advisory', hours: 8, ...span(2, 0, 20) },
  };
}

/** Harbor & Finch: a calm client whose budget for the coming year is approved. */
export async function seedHarborFinch(
  { company, owner, portal: [eleanor] }: Client,
  dates: Calendar,
  laptop: Product | undefined,
): Promise<void> {
  const { api } = owner;
  const { companyId } = company;
  const items = await plan(api, companyId, work(dates, laptop));
  await planFinding(api, companyId, 'admin', {
    lane: 'microsoft-365',
    hours: 2,
    ...dates.span(1, 0, 14),
    publish: true,
  });
  const draft = await api.budgets.create({
    companyId,
    title: `${dates.nextYearName} budget`,
    fiscalYear: dates.nextYear,
    plannerItemIds: ['documents', 'firewall', 'insurance', 'mailProof'].map((key) => items[key]?.plannerItemId ?? ''),
  });
  const sent = await api.budgets.send({
    companyId,
    budgetId: draft.budgetId,
    v: draft.v,
    dueDate: dates.span(0, 70, 1).startDate,
  });
  await eleanor.api.portal.answer({
    budgetId: sent.budgetId,
    sentVersion: sent.sentVersion,
    answers: sent.lines.map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved', comment: '' })),
  });
  await api.budgets.saveTemplate({
    companyId,
    budgetId: draft.budgetId,
    name: 'Law firm, a usual year',
    description: 'Document system, firewall, insurance and mail, as Harbor & Finch has it.',
  });
  // The vendor has raised its price since the laptops were planned: the estimate shows the difference.
  if (laptop) {
    const { productId, v, unitPriceMinor } = laptop;
    await api.budgets.editProduct({ productId, v, unitPriceMinor: unitPriceMinor + 4_500 });
  }
}
