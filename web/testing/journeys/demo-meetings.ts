import { ask, ok } from '../../../functions/identity/testing/members.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';

/** Ids of a client's meetings by how far they are. */
export interface DemoMeetings {
  held: string;
  written: string;
  closed: string;
}

/** A meeting about this record, begun now. */
async function begun(owner: string, client: string, plannerItemId: string): Promise<MeetingDetail> {
  const post = async (path: string, body: object) =>
    ok(await ask<MeetingDetail>({ cookie: owner }, 'POST', `${client}/meetings${path}`, body));
  const { meetingId } = await post('', {
    title: 'Imaging check-in',
    type: 'check-in',
    startsAt: new Date().toISOString(),
  });
  await post(`/${meetingId}/agenda`, { title: 'Your business', note: 'Ask about the lease.', text: 'What changes.' });
  await post(`/${meetingId}/records`, { records: [{ type: 'planner-item', id: plannerItemId }] });
  return post(`/${meetingId}/start`, {});
}

/** Meetings of a demo's client in the states in which their pages differ: one is held, one is written up, one was closed. */
export async function demoMeetings(owner: string, companyId: string, plannerItemId: string): Promise<DemoMeetings> {
  const client = `/companies/${companyId}`;
  const [held, written] = [await begun(owner, client, plannerItemId), await begun(owner, client, plannerItemId)];
  ok(await ask({ cookie: owner }, 'POST', `${client}/meetings/${written.meetingId}/end`, {}));
  const { items } = ok(await ask<Page<Meeting>>({ cookie: owner }, 'GET', `${client}/meetings?phase=over`));
  const closed = items.find(({ status }) => status === 'closed');
  if (!closed) throw new Error('The demo has no meeting whose minutes stand.');
  return { held: held.meetingId, written: written.meetingId, closed: closed.meetingId };
}
