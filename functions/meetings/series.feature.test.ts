import { expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { proposedTitle } from '../../shared/meetings/proposed-title.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok } from '../identity/testing/members.ts';
import { newMeeting, readMeeting, turn } from './testing/held.ts';

it('names the next review of a series by the quarter in which it is held', async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const { fiscalYearStart } = ok(await ask<Company>(owner, 'GET', `/companies/${companyId}`));
  const startsAt = '2031-02-11T17:00:00.000Z';
  const title = proposedTitle('qbr', '2031-02-11', fiscalYearStart);
  const planned = ok(await newMeeting(owner, companyId, { title, startsAt, repeat: 'quarterly' }));
  await turn(owner, planned, 'start');
  const { v } = await turn(owner, planned, 'end');
  const closed = await turn(owner, planned, 'close', { v });
  await idle();
  const { nextMeetingId = '' } = await readMeeting(owner, closed);
  const next = await readMeeting(owner, { ...closed, meetingId: nextMeetingId });
  expect(next.startsAt.slice(0, 7)).toBe('2031-05');
  expect(next.title).toBe(proposedTitle('qbr', '2031-05-13', fiscalYearStart));
  expect(next.title).not.toBe(title);
});
