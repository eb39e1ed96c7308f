import { expect, it } from 'vitest';
import { changeWords, operationWords } from './audit-words.ts';

it('says operations and jobs in words', () => {
  expect(operationWords('identity.inviteClientUser')).toBe('Invite client user');
  expect(operationWords('platform/publish')).toBe('Platform publish');
  expect(operationWords('sign-in')).toBe('Sign in');
  expect(operationWords('identity.confirmTotp')).toBe('Confirm authenticator');
  expect(operationWords('identity.editMsp')).toBe('Edit MSP');
  expect(operationWords('identity.renewKey')).toBe('Renew API key');
});

it('names what changed, once, and leaves out what every change moves', () => {
  const id = 'x';
  expect(
    changeWords([
      { entity: 'MSP', id, action: 'changed', fields: ['accent', 'portalMfaRequired', 'tokenHash', 'updatedAt', 'v'] },
      { entity: 'portal-user', id, action: 'created' },
      { entity: 'portal-user', id: 'y', action: 'created' },
    ]),
  ).toBe('MSP changed: accent, portal second factor required; portal user created');
  expect(changeWords([{ entity: 'credentials', id, action: 'changed', fields: ['unproven', 'v'] }])).toBe(
    'credentials changed: address confirmed',
  );
});
