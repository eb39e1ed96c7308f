import { expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { MOST_RECORDS } from '../../shared/meetings/kinds.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { proposedTitle } from '../../shared/meetings/proposed-title.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
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

it('loses nothing of a long agenda, and goes on when one meeting does not take place', async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const planned = ok(await newMeeting(owner, companyId, { repeat: 'monthly' }));
  const titles = Array.from({ length: MOST_RECORDS + 1 }, (_, n) => `Work ${n}`);
  const path = `/companies/${companyId}/planner-items`;
  const work = await Promise.all(
    titles.map(async (title) => ok(await ask<PlannerItemDetail>(owner, 'POST', path, { title }))),
  );
  const records = work.map(({ plannerItemId }) => ({ type: 'planner-item', id: plannerItemId }));
  for (const some of pieces(records, MOST_RECORDS)) await turn(owner, planned, 'records', { records: some });
  const { v } = await readMeeting(owner, planned);
  const off = await turn(owner, planned, 'cancel', { v, reason: 'Everybody is ill' });
  await idle();
  const nextOf = async (meeting: MeetingDetail) => {
    const { nextMeetingId = '' } = await readMeeting(owner, meeting);
    return readMeeting(owner, { ...meeting, meetingId: nextMeetingId });
  };
  const next = await nextOf(off);
  // It was not held: nothing waits for longer than before.
  expect(next.items.map(({ title, openSince }) => [title, openSince])).toEqual(
    titles.map((title) => [title, undefined]),
  );
  await turn(owner, next, 'start');
  const closed = await turn(owner, next, 'close', { v: (await turn(owner, next, 'end')).v });
  await idle();
  const third = await nextOf(closed);
  expect(third.items.map(({ openSince }) => openSince?.meetings)).toEqual(titles.map(() => 1));

  const last = await turn(owner, third, 'cancel', { v: third.v, reason: 'We part', endsSeries: true });
  await idle();
  expect(await readMeeting(owner, last)).not.toHaveProperty('nextMeetingId');
});
