import { expect } from 'vitest';
import type { Comment } from '../../shared/comments/comment.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { idle } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, type Member, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

interface World {
  mspId: string;
  owner: Owner;
  colleague: Member;
  path: string;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const colleague = await newStaff(owner, 'manager');
  const companyId = await newCompany(owner);
  const { findingId } = await raiseFinding(owner, companyId);
  // What invitations still do must not pass for traces of a failed write.
  await idle();
  return { mspId: owner.mspId, owner, colleague, path: `/companies/${companyId}/comments/finding/${findingId}` };
}

async function play({ owner: { cookie }, colleague, path }: World, { write, last }: Hand): Promise<void> {
  const add = (text: string) => write<Comment>({ operation: 'add', method: 'POST', path, body: { text }, cookie });
  const [first, second] = [await add('Who owns this?'), await add('Nobody yet.')];
  const body = { v: first.v, text: 'Who owns this, @Mia?', mentions: [colleague.userId] };
  await write({ operation: 'edit', method: 'PATCH', path: `${path}/${first.commentId}`, body, cookie });
  await last({
    operation: 'remove',
    method: 'DELETE',
    path: `${path}/${second.commentId}`,
    body: { v: second.v },
    cookie,
  });
}

/** One comment is left, as it was changed. */
async function holds({ owner, path }: World): Promise<void> {
  const { items } = ok(await ask<Page<Comment>>(owner, 'GET', path));
  expect(items.map(({ text, v }) => [text, v])).toEqual([['Who owns this, @Mia?', 2]]);
}

survives({ feature: 'comments', prepare, play, holds });
