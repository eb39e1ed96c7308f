import { addDays } from '../../../shared/kernel/date.ts';
import type { FrozenScore } from '../../../shared/reports/snapshot.ts';

const WEEKS = 26;
const CLIMB = [38, 38, 39, 39, 40, 41, 41, 42, 42, 42, 43, 43, 44, 44, 44, 45, 45, 45, 46];

const control = (
  title: string,
  points: number,
  max: number,
  userImpact: 'low' | 'moderate' | 'high',
  standing: FrozenScore['controls'][number]['standing'],
  proof = '',
): FrozenScore['controls'][number] => ({ controlId: title, title, points, max, userImpact, standing, proof });

/** Its Secure Score: 46 %, seven points below its peers. */
export const SCORE: FrozenScore = {
  asOf: '2026-11-22',
  points: 123,
  max: 268,
  percent: 45.9,
  change: 0,
  withOtherTools: { points: 11, percent: 50 },
  peers: 53.2,
  history: Array.from({ length: WEEKS + 1 }, (_, week) => ({
    date: addDays('2026-11-22', -7 * (WEEKS - week)),
    percent: CLIMB[week] ?? 46,
    peers: Math.round((50 + week * 0.12) * 10) / 10,
  })),
  events: [
    { date: '2026-06-28', label: 'MFA keys at the front desk' },
    { date: '2026-09-16', label: 'Admins cut from 5 to 3' },
  ],
  areas: [
    { name: 'Identity', points: 48, max: 96 },
    { name: 'Apps', points: 41, max: 84 },
    { name: 'Device', points: 22, max: 62 },
    { name: 'Data', points: 12, max: 26 },
  ],
  moves: [
    { title: 'Block legacy sign-in', area: 'Identity', userImpact: 'low', percentPoints: 3 },
    { title: 'Encrypt 11 Windows disks', area: 'Device', userImpact: 'low', percentPoints: 2.6 },
    { title: 'Limit app consent', area: 'Apps', userImpact: 'moderate', percentPoints: 1.5 },
  ],
  controls: [
    control('Block legacy sign-in (IMAP, POP)', 0, 8, 'low', 'to-decide'),
    control('Encrypt Windows disks', 3, 10, 'low', 'planned'),
    control('Require MFA for all users', 7.8, 9, 'moderate', 'in-progress'),
    control('Limit user consent to apps', 0, 4, 'low', 'to-decide'),
    control('Safe Links and Attachments', 0, 11, 'low', 'other-tool', 'Avanan, report of Nov 3'),
    { ...control('Data loss rules, patient data', 0, 7, 'high', 'risk-accepted'), until: '2027-03-31' },
    control('No more than 4 global admins', 5, 5, 'low', 'done'),
  ],
  moreControls: 31,
};
