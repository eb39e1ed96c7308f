import { describe, expect, it } from 'vitest';
import { hrefOf, navigation, placeOf } from './navigation.tsx';

const company = '01j9zq4xk3r8m2n5t7v9w1y3za';

describe('the sidebar', () => {
  it('shows only what the person may see, in the order of the flow', () => {
    const all = navigation(undefined, () => true, 0);
    expect(all.groups.map((group) => group.label)).toEqual([undefined, 'Collect', 'Refine', 'Plan', 'Present']);
    const technician = navigation(undefined, (permission) => permission !== 'budgets:read', 0);
    expect(technician.groups.flatMap((group) => group.items.map((item) => item.id))).not.toContain('budgets');
  });

  it('keeps the client in every link of a scoped page and in no other', () => {
    const { groups, foot } = navigation(company, () => true, 6);
    for (const item of groups.flatMap((group) => group.items)) expect(item.href).toMatch(`/c/${company}`);
    for (const item of foot) expect(item.href).not.toContain(company);
    const findings = groups.flatMap((group) => group.items).find((item) => item.id === 'findings');
    expect(findings?.badge).toEqual({ value: 6, label: '6 open findings' });
  });

  it('keeps the page when the client is switched, and leaves a record for its list', () => {
    expect(placeOf(`/c/${company}/planner/01xyz`)).toMatchObject({
      id: 'planner',
      companyId: company,
      path: 'planner',
    });
    expect(placeOf(`/c/${company}`)).toMatchObject({ id: 'overview', companyId: company, path: '' });
    expect(placeOf('/forecast')).toMatchObject({ id: 'budgets', path: 'forecast' });
    expect(placeOf('/products')).toMatchObject({ id: 'budgets', path: 'budgets' });
    expect(placeOf('/meeting-templates')).toMatchObject({ id: 'meetings', path: 'meetings' });
    expect(placeOf('/account')).toMatchObject({ id: 'account', path: '' });
    expect(placeOf('/integrations/x')).toMatchObject({ id: 'integrations', companyId: undefined, path: '' });
    expect([hrefOf('', undefined), hrefOf('', company), hrefOf('planner', company)]).toEqual([
      '/',
      `/c/${company}`,
      `/c/${company}/planner`,
    ]);
  });
});
