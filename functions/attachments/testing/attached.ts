import { createHash } from 'node:crypto';
import type { Attachment, UploadTarget } from '../../../shared/attachments/attachment.ts';
import { ask, type Member, ok } from '../../identity/testing/members.ts';

/** What is told of a file before its bytes are sent. */
export const announced = (name: string, text: string) => ({
  name,
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('base64'),
});

/** Puts bytes where a browser would, and tells S3's answer. */
export const put = ({ url, headers }: UploadTarget, text: string, other: Record<string, string> = {}) =>
  fetch(url, { method: 'PUT', body: text, headers: { ...headers, ...other } });

/** Attaches a file as the console does: announced, put, confirmed. */
export async function attached(
  who: Pick<Member, 'cookie'>,
  path: string,
  name: string,
  text: string,
): Promise<Attachment> {
  const { attachmentId, v } = ok(await ask<Attachment>(who, 'POST', path, announced(name, text)));
  const target = ok(await ask<UploadTarget>(who, 'POST', `${path}/${attachmentId}/upload`));
  const answer = await put(target, text);
  if (!answer.ok) throw new Error(`S3 answered ${answer.status}: ${await answer.text()}`);
  return ok(await ask<Attachment>(who, 'POST', `${path}/${attachmentId}/finish`, { v }));
}
