import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { counted } from '../../ui/format.ts';
import { consentLink, duration, worstFirst } from './text.ts';

const inState = (name: string, state: Integration['state']) => ({ name, state }) as Integration;

describe('Words of integrations', () => {
  it('put failing integrations first and leave the others in their order', () => {
    const list = [inState('a', 'connected'), inState('b', 'degraded'), inState('c', 'paused'), inState('d', 'failed')];
    expect(worstFirst(list).map(({ name }) => name)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('say how long a sync took, and never a negative time', () => {
    expect(duration('2026-11-23T10:00:00Z', '2026-11-23T10:00:48Z')).toBe('48 s');
    expect(duration('2026-11-23T10:00:00Z', '2026-11-23T10:02:05Z')).toBe('2 min 5 s');
    expect(duration('2026-11-23T10:00:05Z', '2026-11-23T10:00:00Z')).toBe('0 s');
  });

  it('count one and many', () => {
    expect([counted(1, 'tenant'), counted(0, 'tenant'), counted(2, 'company', 'companies')]).toEqual([
      '1 tenant',
      '0 tenants',
      '2 companies',
    ]);
  });

  it("build the consent link on Microsoft's address unless the integration has its own", () => {
    expect(consentLink(undefined, 'contoso.com', 'app')).toBe(
      'https://login.microsoftonline.com/contoso.com/adminconsent?client_id=app',
    );
    expect(consentLink('https://login.microsoftonline.us', 'contoso.com', 'app')).toMatch(
      /^https:\/\/login.microsoftonline.us\/contoso.com\//,
    );
  });
});
