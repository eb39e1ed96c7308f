import { expect, it } from 'vitest';
import { controlChoice, parseM365Search, userChoice } from './m365-search.ts';

it('reads filters from the address and forgets what it does not know', () => {
  const search = parseM365Search({
    tab: 'users',
    accounts: 'disabled',
    kind: 'robot',
    licence: 'SPB',
    category: 'Identity',
    order: 'open',
    status: 'planned',
    control: 'scid_91',
  });
  expect(search).toMatchObject({ tab: 'users', accounts: 'disabled', licence: 'SPB', control: 'scid_91' });
  expect(search.kind).toBeUndefined();
  expect(search.order).toBeUndefined();
  expect(userChoice(search)).toMatchObject({ status: 'disabled', licence: 'SPB' });
  expect(controlChoice(search)).toMatchObject({ category: 'Identity', status: 'planned' });
});
