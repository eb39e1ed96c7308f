import { expect, it } from 'vitest';
import { idle, mailsTo } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok } from '../identity/testing/members.ts';
import { newContact, newMeeting, pathOf, readMeeting, turn } from './testing/held.ts';

it('says of an agenda that is published again that it changed, whatever it was that did', async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const { contactId, email = '' } = await newContact(owner, companyId, 'Dr. Marsh');
  const planned = ok(await newMeeting(owner, companyId, { participants: [{ kind: 'contact', id: contactId }] }));
  const add = async (title: string) => ok(await ask(owner, 'POST', `${pathOf(planned)}/agenda`, { title }));
  const publish = async () => turn(owner, planned, 'publish', { v: (await readMeeting(owner, planned)).v });
  await add('Servers');
  const { v } = await publish();
  await turn(owner, planned, 'unlock', { v });
  await add('Parking');
  await publish();
  await idle();
  const [first, again] = await mailsTo(email);
  expect(first?.subject).toMatch(/^Invitation: /);
  expect(again?.subject).toMatch(/^Changed: /);
  expect(again?.text).toContain('has changed. This is how it stands now.');
  expect(again?.text).not.toContain('another time');
  expect(again?.text).toContain('Parking');

  // What is in calendars stands while the agenda is unlocked: who goes is told, who comes is invited.
  const { v: locked } = await readMeeting(owner, planned);
  const open = await turn(owner, planned, 'unlock', { v: locked });
  const karen = await newContact(owner, companyId, 'Karen');
  const participants = [{ kind: 'contact', id: karen.contactId }];
  ok(await ask(owner, 'PATCH', pathOf(planned), { v: open.v, participants }));
  await publish();
  await idle();
  const off = (await mailsTo(email)).at(-1);
  const entry = off?.attachments?.[0]?.text?.replaceAll(/\r\n /g, '') ?? '';
  expect(off?.text).toContain('You are no longer expected');
  expect(entry).toContain('METHOD:CANCEL');
  expect(entry).toContain(email);
  // It takes place without them: the entry names nobody else, and is no end of the meeting.
  expect(entry).not.toContain(karen.email);
  expect(entry).not.toContain('STATUS:CANCELLED');
  expect(entry).toContain('SEQUENCE:3');
  expect((await mailsTo(karen.email ?? '')).map(({ subject }) => subject.split(':')[0])).toEqual([
    'Invitation',
    'Changed',
  ]);
});
