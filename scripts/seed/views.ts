import type { NewView } from '../../shared/views/view.ts';
import type { Staff } from './staff.ts';

/** How the team looks at its lists before a review. */
const SHARED: readonly NewView[] = [
  { list: 'findings', name: 'Critical, all clients', params: { risk: 'critical' }, shared: true },
  { list: 'findings', name: 'Microsoft 365, worst first', params: { source: 'm365', risk: 'high' }, shared: true },
  {
    list: 'planner',
    name: 'Security still to approve',
    params: { lane: 'security', status: 'proposed,presented' },
    shared: true,
  },
  { list: 'budgets', name: 'Waiting for the client', params: { status: 'pending' }, shared: true },
  { list: 'm365-users', name: 'Guests', params: { kind: 'guest', accounts: 'any' }, shared: true },
];

/** The team's views of its lists, one that the account manager keeps for himself, and how he has his findings. */
export async function seedViews({ of }: Staff): Promise<void> {
  const { priya, tom } = of;
  if (!priya || !tom) throw new Error('The demo lacks Priya or Tom.');
  for (const view of SHARED) await priya.api.views.create(view);
  await tom.api.views.create({
    list: 'companies',
    name: 'Onboarding',
    params: { status: 'onboarding', cols: 'name,agreement,seats' },
    shared: false,
  });
  await tom.api.views.keepHabit({ list: 'findings', density: 'compact' });
}
