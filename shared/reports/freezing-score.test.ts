import { describe, expect, test } from 'vitest';
import type { Control, ControlState } from '../m365/control.ts';
import type { SecureScore } from '../m365/secure-score.ts';
import { freezeScore } from './freezing-score.ts';

const control = (controlId: string, status: ControlState, open: number, more: Partial<Control> = {}): Control => ({
  controlId,
  title: `Control ${controlId}`,
  category: 'Identity',
  service: 'Entra',
  tier: 'Core',
  points: 10 - open,
  max: 10,
  open,
  impact: 'low',
  cost: 'low',
  status,
  v: 0,
  quickWin: false,
  winScore: open,
  ...more,
});
const decided = (controlId: string, status: ControlState, more: object = {}): Partial<Control> => ({
  decision: { controlId, status, decidedAt: '2026-10-01T08:00:00.000Z', decidedBy: 'tom', ...more },
});
const SCORE: SecureScore = {
  date: '2026-11-22',
  current: 123,
  max: 268,
  percent: 45.9,
  adjusted: { percent: 50, points: 11, controls: 1 },
  categories: [{ category: 'Identity', points: 48, max: 96 }],
  trend: [
    { date: '2026-05-24', percent: 38 },
    { date: '2026-11-22', percent: 45.9, peers: 53.2 },
  ],
  quickWins: [{ controlId: 'legacy', title: 'Block legacy sign-in', open: 8, winScore: 8, gain: 3 }],
  controls: 3,
  toAddress: 1,
};

describe('a frozen Secure Score', () => {
  test('is nothing before the first reading', () => {
    expect(freezeScore({ ...SCORE, date: undefined }, [])).toBeNull();
  });

  test("keeps Microsoft's numbers as they are, and ours only when other tools earn points", () => {
    expect(freezeScore(SCORE, [])).toMatchObject({
      points: 123,
      max: 268,
      percent: 45.9,
      withOtherTools: { points: 11, percent: 50 },
    });
    const none = freezeScore({ ...SCORE, adjusted: { percent: 45.9, points: 0, controls: 0 } }, []);
    expect(none).not.toHaveProperty('withOtherTools');
    expect(none).not.toHaveProperty('peers');
  });

  test('lists what has most to gain first, says where each stands, and leaves out what does not apply', () => {
    const frozen = freezeScore(SCORE, [
      control('done', 'completed', 0),
      control('legacy', 'to_address', 8),
      control('never', 'not_applicable', 10),
      control(
        'risk',
        'risk_accepted',
        7,
        decided('risk', 'risk_accepted', { until: '2027-03-31', reason: 'Costs too much' }),
      ),
      control('links', 'third_party', 9, decided('links', 'third_party', { evidence: 'Avanan, report of Nov 3' })),
    ]);
    expect(
      frozen?.controls.map(({ controlId, standing, proof, until }) => [controlId, standing, proof, until]),
    ).toEqual([
      ['links', 'other-tool', 'Avanan, report of Nov 3', undefined],
      ['legacy', 'to-decide', '', undefined],
      ['risk', 'risk-accepted', '', '2027-03-31'],
      ['done', 'done', '', undefined],
    ]);
    expect(JSON.stringify(frozen)).not.toContain('Costs too much');
  });

  test('marks in the trend what people completed meanwhile, and cuts long names', () => {
    const title = 'Ensure multifactor authentication for all administrators';
    const frozen = freezeScore(SCORE, [
      control('mfa', 'completed', 0, { title, ...decided('mfa', 'completed') }),
      control('old', 'completed', 0, { ...decided('old', 'completed', { decidedAt: '2026-01-01T00:00:00.000Z' }) }),
    ]);
    expect(frozen?.events).toEqual([{ date: '2026-10-01', label: 'Ensure multifactor authenti…' }]);
  });

  test('counts the controls that the table leaves out', () => {
    const many = Array.from({ length: 20 }, (_, i) => control(`c${i}`, 'to_address', i / 10));
    expect(freezeScore(SCORE, many)?.moreControls).toBe(12);
  });
});
