import { expect } from 'vitest';
import type { Page } from '../../shared/kernel/page.ts';
import type { Meeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { recoversEverywhere } from '../_kit/testing/trial/crash-points.ts';
import type { Hand } from '../_kit/testing/trial/scenario.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';
import { pathOf, turn } from './testing/held.ts';
import { aboutWork, type Room, room } from './testing/room.ts';

interface World extends Room {
  mspId: string;
  owner: Owner;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const held = await room(owner, aboutWork, { repeat: 'quarterly' });
  const meeting: MeetingDetail = await turn(owner, held.meeting, 'end');
  return { ...held, meeting, mspId: owner.mspId, owner };
}

/** A meeting is closed: its minutes are frozen and mailed, the next one of the series begins with what is left. */
async function play({ owner, meeting, marsh }: World, { write, settle }: Hand): Promise<void> {
  const body = { v: meeting.v, recipients: [marsh.contactId] };
  const path = `${pathOf(meeting)}/close`;
  await write({ operation: 'close', method: 'POST', path, body, cookie: owner.cookie });
  await settle();
}

async function holds({ owner, companyId, meeting }: World): Promise<void> {
  const { items } = ok(await ask<Page<Meeting>>(owner, 'GET', `/companies/${companyId}/meetings`));
  const closed = ok(await ask<MeetingDetail>(owner, 'GET', pathOf(meeting)));
  expect([items.length, closed.status, closed.nextMeetingId]).toEqual([1, 'closed', items[0]?.meetingId]);
  expect((await ask(owner, 'GET', `${pathOf(meeting)}/minutes`)).status).toBe(200);
}

// A mail that was claimed and cut off stays unclear: nobody gets it twice.
recoversEverywhere({ feature: 'meetings', prepare, play, holds, blind: { 'meeting-mail': ['state', 'v'] } });
