import { expect, test } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { hears, type Told } from './hearing.ts';

const person = { mspId: 'msp', userId: 'mia' };
const staff = (companies: 'all' | string[]): Actor => ({ ...person, kind: 'staff', role: 'manager', companies });
const client = (companyId: string): Actor => ({ ...person, kind: 'client', role: 'approver', companyId });

const stopped: Told = { type: 'integration-failed' };
const answered = (companyId: string): Told => ({ type: 'budget-answered', companyId });
const sent = (companyId: string): Told => ({ type: 'budget-sent', companyId });

test.each<[string, Actor, Told, boolean]>([
  ['staff hear of what is about no client', staff(['cedar']), stopped, true],
  ['staff hear of every client that they see', staff('all'), answered('harbor'), true],
  ['narrowed staff hear of their own clients', staff(['cedar']), answered('cedar'), true],
  ['narrowed staff hear of no other client', staff(['cedar']), answered('harbor'), false],
  ['staff hear nothing of what waits for a client', staff('all'), sent('cedar'), false],
  ['client users hear of their company', client('cedar'), sent('cedar'), true],
  ['client users hear of no other company, be it theirs elsewhere', client('cedar'), sent('harbor'), false],
  ['client users hear nothing of what is for staff, be it about them', client('cedar'), answered('cedar'), false],
  ['client users hear nothing of what is about no client', client('cedar'), stopped, false],
])('%s', (_, actor, told, heard) => {
  expect(hears(actor, told)).toBe(heard);
});
