import { describe, expect, test } from 'vitest';
import { type StaffReader, whoAnswers, whoCares, whoOperates, whoOwns } from './recipients.ts';

const staff = (userId: string, role: StaffReader['role'], more: Partial<StaffReader> = {}): StaffReader => ({
  userId,
  mspId: 'msp',
  role,
  status: 'active',
  companies: 'all',
  ...more,
});
const TEAM = [
  staff('ona', 'owner'),
  staff('max', 'manager'),
  staff('mia', 'manager', { companies: ['tigard'] }),
  staff('tom', 'technician'),
  staff('ada', 'admin'),
  staff('gus', 'manager', { status: 'inactive' }),
];

describe('a client answered its budget', () => {
  test('whoever owns the relationship is told, and nobody else', () => {
    expect(whoCares(TEAM, 'cedar', 'tom')).toEqual(['tom']);
  });

  test('without one, owners and managers who see the client are told', () => {
    expect(whoCares(TEAM, 'cedar', undefined)).toEqual(['ona', 'max']);
    expect(whoCares(TEAM, 'tigard', undefined)).toEqual(['ona', 'max', 'mia']);
  });

  test('an owner of the relationship who left, or no longer sees the client, hands over to them', () => {
    expect(whoCares(TEAM, 'cedar', 'gus')).toEqual(['ona', 'max']);
    expect(whoCares(TEAM, 'cedar', 'mia')).toEqual(['ona', 'max']);
  });
});

test('an integration that fails is for active owners, administrators and managers', () => {
  expect(whoOperates(TEAM)).toEqual(['ona', 'max', 'mia', 'ada']);
});

test('a webhook that was switched off is for active owners', () => {
  expect(whoOwns([...TEAM, staff('old', 'owner', { status: 'inactive' })])).toEqual(['ona']);
});

test('a budget that was sent is for active client users who may answer it', () => {
  const people = [
    { userId: 'kim', role: 'approver', status: 'active' },
    { userId: 'lee', role: 'admin', status: 'active' },
    { userId: 'pat', role: 'finance', status: 'active' },
    { userId: 'sam', role: 'approver', status: 'inactive' },
  ] as const;
  expect(whoAnswers(people)).toEqual(['kim', 'lee']);
});
