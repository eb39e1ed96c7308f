import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminFindings, type RoleHolder } from './admin-findings.ts';
import { type Control, type ControlDecision, levelOf, NewControlDecision, statusToday, winScore } from './control.ts';
import { plainText } from './plain-text.ts';
import { adjustedScore, categoryScores, changeWithin, peersOf, type Reading, weeklyTrend } from './secure-score.ts';
import { lastSeen, secondFactorOf } from './user.ts';
import { riskOfControl, weakControls } from './weak-controls.ts';

function control(own: Partial<Control> = {}): Control {
  return {
    controlId: 'AdminMFAV2',
    title: 'MFA for admins',
    category: 'Identity',
    service: 'AzureAD',
    tier: 'Core',
    points: 0,
    max: 10,
    open: 10,
    impact: 'low',
    cost: 'low',
    status: 'to_address',
    v: 0,
    quickWin: false,
    winScore: 10,
    ...own,
  };
}

const decision = (own: Partial<ControlDecision>): ControlDecision => ({
  controlId: 'AdminMFAV2',
  status: 'planned',
  decidedAt: '2026-11-01T00:00:00.000Z',
  decidedBy: 'u',
  ...own,
});

const day = (date: string, current: number, max = 100): Reading => ({ date, current, max });

describe('the score over time', () => {
  it('changes against the reading of 30 days before, or the last one before that', () => {
    expect(changeWithin([day('2026-10-01', 40), day('2026-10-20', 42), day('2026-11-22', 46)], 30)).toBe(4);
    expect(changeWithin([day('2026-11-01', 40), day('2026-11-22', 46)], 30)).toBeUndefined();
    expect(changeWithin([], 30)).toBeUndefined();
  });

  it('is drawn by weeks, a missing week left out', () => {
    const readings = [day('2026-11-01', 40), day('2026-11-20', 44), day('2026-11-22', 46)];
    expect(weeklyTrend(readings, 4).map(({ date, percent }) => [date, percent])).toEqual([
      ['2026-11-01', 40],
      ['2026-11-22', 46],
    ]);
    expect(weeklyTrend([], 4)).toEqual([]);
  });

  it('compares with the industry before the size', () => {
    const size = { basis: 'TotalSeats', averageScore: 51 };
    expect(peersOf([{ basis: 'AllTenants', averageScore: 46 }, size])).toEqual({ allTenants: 46, peers: 51 });
    expect(peersOf([size, { basis: 'IndustryTypes', averageScore: 53 }])).toEqual({ peers: 53 });
    expect(peersOf([])).toEqual({});
  });
});

describe('our own count', () => {
  it('adds open points of controls that another tool covers, with evidence only', () => {
    const covered = control({
      status: 'third_party',
      open: 6,
      decision: decision({ status: 'third_party', evidence: 'Avanan' }),
    });
    const unproved = control({ status: 'third_party', open: 5, decision: decision({ status: 'third_party' }) });
    expect(adjustedScore({ current: 123, max: 268 }, [covered, unproved, control()])).toEqual({
      percent: 48.1,
      points: 6,
      controls: 1,
    });
  });

  it('is never above the maximum and never below Microsoft’s', () => {
    const one = fc.record({
      open: fc.nat(20),
      proof: fc.boolean(),
      status: fc.constantFrom('third_party' as const, 'planned' as const),
    });
    fc.assert(
      fc.property(fc.array(one), fc.nat(300), (rows, current) => {
        const controls = rows.map(({ open, proof, status }) =>
          control({ open, status, decision: decision({ status, ...(proof ? { evidence: 'x' } : {}) }) }),
        );
        const { percent } = adjustedScore({ current, max: 300 }, controls);
        expect(percent).toBeGreaterThanOrEqual(Math.floor((current / 300) * 1_000) / 10);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('sums by category', () => {
    expect(categoryScores([control({ points: 3 }), control({ points: 4, category: 'Data', max: 5 })])).toEqual([
      { category: 'Identity', points: 3, max: 10 },
      { category: 'Data', points: 4, max: 5 },
    ]);
  });
});

describe('where a control stands today', () => {
  const today = '2026-11-22';
  it.each([
    [undefined, 5, 'to_address'],
    [undefined, 0, 'completed'],
    [decision({ status: 'planned' }), 5, 'planned'],
    [decision({ status: 'planned' }), 0, 'completed'],
    [decision({ status: 'completed' }), 5, 'to_address'],
    [decision({ status: 'risk_accepted', until: '2026-11-22' }), 5, 'risk_accepted'],
    [decision({ status: 'risk_accepted', until: '2026-11-21' }), 5, 'to_address'],
    [decision({ status: 'risk_accepted', until: '2026-11-21' }), 0, 'completed'],
    [decision({ status: 'third_party' }), 0, 'third_party'],
    [decision({ status: 'not_applicable' }), 0, 'not_applicable'],
  ] as const)('%#: with %i points open it is %s', (made, open, expected) => {
    expect(statusToday(made, open, today)).toBe(expected);
  });

  it('asks for what a decision needs', () => {
    const base = { companyId: '01m81gvw8s2yv273x2z51v18gx', controlId: 'AdminMFAV2', v: 0 };
    const paths = (input: object) =>
      NewControlDecision.safeParse({ ...base, ...input }).error?.issues.map((one) => one.path.join('.'));
    expect(paths({ status: 'third_party' })).toEqual(['evidence']);
    expect(paths({ status: 'risk_accepted' })).toEqual(['reason', 'until']);
    expect(paths({ status: 'not_applicable' })).toEqual(['reason']);
    expect(paths({ status: 'alternate_mitigation' })).toEqual(['evidence']);
    expect(paths({ status: 'risk_accepted', reason: 'Old scanner', until: '2027-03-31' })).toBeUndefined();
    expect(paths({ status: 'planned' })).toBeUndefined();
  });

  it('is a quick win by points, cost and disturbance', () => {
    expect([winScore(8, 'low', 'low'), winScore(4, 'low', 'moderate'), winScore(10, 'high', 'high')]).toEqual([
      8, 2, 2,
    ]);
    expect([levelOf('High'), levelOf('low'), levelOf('Extreme'), levelOf(null)]).toEqual([
      'high',
      'low',
      'moderate',
      'moderate',
    ]);
  });
});

describe('findings of a tenant', () => {
  it('name weak controls that nobody has decided about', () => {
    const found = weakControls(
      [control(), control({ controlId: 'b', open: 3 }), control({ controlId: 'c', status: 'planned' })],
      4,
    );
    expect(found.map(({ key, risk }) => [key, risk])).toEqual([['secure-score:AdminMFAV2', 'critical']]);
  });

  it('weigh identity and core controls most', () => {
    expect(riskOfControl({ category: 'Identity', tier: 'Core', open: 8 })).toBe('critical');
    expect(riskOfControl({ category: 'Apps', tier: 'Core', open: 5 })).toBe('high');
    expect(riskOfControl({ category: 'Device', tier: 'Advanced', open: 8 })).toBe('medium');
    expect(riskOfControl({ category: 'Data', tier: 'Advanced', open: 2 })).toBe('low');
  });

  it('count global administrators, and say nothing when roles are unknown', () => {
    const admins = (count: number): RoleHolder[] =>
      Array.from({ length: count }, (_, i) => ({ role: 'Global Administrator', name: `A${i}`, application: i === 0 }));
    expect(adminFindings(undefined, 4)).toEqual([]);
    expect(adminFindings(admins(4), 4)).toEqual([]);
    expect(adminFindings(admins(5), 4)).toMatchObject([{ risk: 'high', affectedCount: 5 }]);
    expect(adminFindings(admins(9), 4)).toMatchObject([{ risk: 'critical' }]);
  });
});

describe('what Graph says of people', () => {
  it('is believed where it counts successful sign-ins only', () => {
    expect(
      lastSeen({ lastSuccessfulSignInDateTime: '2026-08-01T08:00:00Z', lastSignInDateTime: '2026-11-20T08:00:00Z' }),
    ).toBe('2026-08-01');
    expect(
      lastSeen({
        lastSignInDateTime: '2026-08-01T08:00:00Z',
        lastNonInteractiveSignInDateTime: '2026-09-01T08:00:00Z',
      }),
    ).toBe('2026-09-01');
    expect([lastSeen(undefined), lastSeen({})]).toEqual([undefined, undefined]);
  });

  it('tells factors that resist phishing from those that do not', () => {
    expect(secondFactorOf(true, ['mobilePhone', 'fido2SecurityKey'])).toBe('strong');
    expect(secondFactorOf(true, ['mobilePhone'])).toBe('weak');
    expect(secondFactorOf(false, [])).toBe('none');
  });

  it('becomes plain text, whatever markup it came in', () => {
    expect(plainText('<p>Do &amp; see</p><ol><li>One</li><li>Two<br>more</li></ol>', 100)).toBe(
      'Do & see\n- One\n- Two\nmore',
    );
    expect(plainText(null, 10)).toBe('');
    fc.assert(
      fc.property(fc.stringMatching(/^[\w <>/&;]*$/), (text) => {
        expect(plainText(text.replaceAll('&', ''), 50)).not.toMatch(/<[^>]*>/);
      }),
    );
  });
});
