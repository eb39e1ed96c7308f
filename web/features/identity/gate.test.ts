import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionInfo } from '../../lib/session.ts';
import { arrivalOf, CONSOLE_GATE, gateHref, portalGate, safeNext } from './gate.ts';

const portal = { slug: 'northlight' };
const session = (state: 'half' | 'full', kind: 'staff' | 'client', needs?: SessionInfo['needs']) =>
  ({ state, needs, actor: { kind }, msp: { slug: 'northlight' } }) as SessionInfo;

describe('the way on after signing in', () => {
  it('goes to pages of ours and nowhere else', () => {
    expect(safeNext('/c/01abc/planner?view=table')).toBe('/c/01abc/planner?view=table');
    for (const bad of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      'planner',
      '',
    ]) {
      expect(safeNext(bad), bad).toBeUndefined();
    }
  });

  it('never leaves the origin, whatever the address says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const next = safeNext(`/${text}`);
        if (next) expect(new URL(next, 'https://fairlead.example').origin).toBe('https://fairlead.example');
      }),
    );
  });

  it('does not go round in circles', () => {
    for (const page of ['/sign-in', '/second-factor?next=/x', '/portal/northlight/set-up-second-factor']) {
      expect(safeNext(page), page).toBeUndefined();
    }
    expect(safeNext('/sign-ins')).toBe('/sign-ins');
  });

  it('asks for what the session still needs, and keeps the way on', () => {
    expect(arrivalOf(session('half', 'staff', 'second-factor'), CONSOLE_GATE, '/budgets')).toEqual({
      href: '/second-factor?next=%2Fbudgets',
      load: false,
    });
    expect(arrivalOf(session('half', 'client', 'enrolment'), portal)).toEqual({
      href: '/portal/northlight/set-up-second-factor',
      load: false,
    });
  });

  it('brings staff to the console and client users to their own portal', () => {
    expect(arrivalOf(session('full', 'staff'), CONSOLE_GATE, '/budgets')).toEqual({ href: '/budgets', load: false });
    expect(arrivalOf(session('full', 'staff'), CONSOLE_GATE, '/portal/northlight')).toEqual({ href: '/', load: false });
    expect(arrivalOf(session('full', 'staff'), portal, '/portal/northlight')).toEqual({ href: '/', load: true });
    const client = session('full', 'client');
    expect(arrivalOf(client, CONSOLE_GATE, '/budgets')).toEqual({ href: '/portal/northlight', load: true });
    expect(arrivalOf(client, portal, '/portal/northlight/plan')).toEqual({
      href: '/portal/northlight/plan',
      load: false,
    });
    expect(arrivalOf(client, { slug: 'other' })).toEqual({ href: '/portal/northlight', load: true });
    expect(arrivalOf(client, portal, '/portal/northlight-2/plan').href).toBe('/portal/northlight');
  });

  it('opens an invitation with any login', () => {
    const client = session('full', 'client');
    expect(arrivalOf(client, CONSOLE_GATE, '/invitation')).toEqual({ href: '/invitation', load: false });
    expect(arrivalOf(client, CONSOLE_GATE, '/portal/other/invitation')).toEqual({
      href: '/portal/other/invitation',
      load: true,
    });
  });
});

it('wears the face of the MSP at its portal', () => {
  const brand = { name: 'Northlight', slug: 'northlight', logo: '', accent: '#0b6e66', accentDark: '#57c8bb' };
  expect(portalGate({ ...brand, supportEmail: 'help@northlight.example', supportPhone: '' })).toEqual({
    slug: 'northlight',
    name: 'Northlight',
    accent: '#0b6e66',
    help: 'Help: help@northlight.example',
  });
  expect(gateHref(portal, 'forgot-password')).toBe('/portal/northlight/forgot-password');
});
