import { expect } from 'vitest';
import type { Attachment, UploadTarget } from '../../shared/attachments/attachment.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { idle } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { announced, put } from './testing/attached.ts';

interface World {
  mspId: string;
  owner: Owner;
  path: string;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  const { findingId } = await raiseFinding(owner, companyId);
  // What invitations still do must not pass for traces of a failed write.
  await idle();
  return { mspId: owner.mspId, owner, path: `/companies/${companyId}/attachments/finding/${findingId}` };
}

async function play({ owner: { cookie }, path }: World, { write, last }: Hand): Promise<void> {
  const post = { method: 'POST' as const, cookie };
  const attach = async (name: string, text: string) => {
    const { attachmentId, v } = await write<Attachment>({
      ...post,
      operation: 'add',
      path,
      body: announced(name, text),
    });
    const one = `${path}/${attachmentId}`;
    const target = ok(await ask<UploadTarget>({ cookie }, 'POST', `${one}/upload`));
    expect((await put(target, text)).status).toBe(200);
    return write<Attachment>({ ...post, operation: 'finish', path: `${one}/finish`, body: { v } });
  };
  await attach('quote.pdf', '%PDF the quote');
  const { attachmentId, v } = await attach('draft.pdf', '%PDF a draft');
  await last({ operation: 'remove', method: 'DELETE', path: `${path}/${attachmentId}`, body: { v }, cookie });
}

/** One file is left, whole. */
async function holds({ owner, path }: World): Promise<void> {
  const { items } = ok(await ask<Page<Attachment>>(owner, 'GET', path));
  expect(items.map(({ name, status, v }) => [name, status, v])).toEqual([['quote.pdf', 'ready', 2]]);
}

survives({
  feature: 'attachments',
  prepare,
  play,
  holds,
  elsewhere: { upload: 'it writes nothing itself: S3 is written to by its link' },
});
