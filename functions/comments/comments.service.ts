import { commentMentioned } from '../../events/comments.ts';
import type { NewFact } from '../../events/define.ts';
import type {
  Comment,
  CommentChange,
  CommentsInput,
  NewComment,
  VersionedComment,
} from '../../shared/comments/comment.ts';
import { permit } from '../../shared/kernel/actor.ts';
import { READS } from '../../shared/kernel/carrier.ts';
import { forbidden, invalid } from '../../shared/kernel/error.ts';
import type { Carrier } from '../../shared/kernel/on-carrier.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removal } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind, page } from '../_kit/store.ts';
import { allStaff } from '../identity/directory.service.ts';
import { checkCarrier, mayRead } from './carriers.service.ts';
import { CommentEntity, type CommentRow } from './comment.entity.ts';

const shown = (row: CommentRow): Comment => row as Comment;

/** What was said about a record, newest first. */
export async function list(
  scope: Scope,
  { companyId, recordType, recordId, ...paging }: CommentsInput,
): Promise<Page<Comment>> {
  mayRead(scope, recordType);
  const query = CommentEntity.query.aboutRecord({ mspId: scope.mspId, companyId, recordType, recordId });
  const rows = await page(scope, CommentEntity, query, { ...paging, newestFirst: true });
  return { ...rows, items: rows.items.map(shown) };
}

/** Refuses the name of somebody who could not open what they would be told of. */
async function checkMentions(
  scope: Scope,
  { companyId, recordType }: Carrier,
  mentions: readonly string[],
): Promise<void> {
  if (mentions.length === 0) return;
  const staff = await allStaff(scope);
  for (const [at, userId] of mentions.entries()) {
    const person = staff.find((one) => one.userId === userId);
    if (person?.status !== 'active')
      throw invalid(`mentions.${at}`, 'Somebody you named is no longer in your team. Take the name out.');
    const reads = permit({ kind: 'staff', ...person }, READS[recordType], { companyId });
    if (reads !== 'allowed')
      throw invalid(`mentions.${at}`, `${person.name} does not see this record. Take the name out.`);
  }
}

/** The fact that tells those who are named for the first time; whoever names themselves knows already. */
function telling(scope: Scope, row: CommentRow, named: readonly string[]): NewFact[] {
  const { companyId, commentId, recordType: type, recordId: id, mentions } = row;
  const userIds = mentions.filter((userId) => !named.includes(userId) && userId !== scope.actor.userId);
  return userIds.length > 0 ? [commentMentioned.of({ companyId, commentId, record: { type, id }, userIds })] : [];
}

export async function add(scope: Scope, { text, mentions, ...record }: NewComment): Promise<Comment> {
  mayRead(scope, record.recordType);
  await Promise.all([checkCarrier(scope, record), checkMentions(scope, record, mentions)]);
  const row: CommentRow = stamped(scope, { ...record, commentId: newId(scope.now()), text, mentions });
  return commit(scope, [put(CommentEntity, row)], telling(scope, row, []), shown(row));
}

async function current(scope: Scope, { v, ...one }: VersionedComment): Promise<CommentRow> {
  mayRead(scope, one.recordType);
  const key = CommentEntity.get({ mspId: scope.mspId, ...one });
  return basedOn(await mustFind(scope, CommentEntity, key, 'comment'), v, 'comment');
}

export async function edit(scope: Scope, { text, mentions, ...one }: CommentChange): Promise<Comment> {
  const before = await current(scope, one);
  if (before.createdBy !== scope.actor.userId)
    throw forbidden('Only who wrote a comment can change it. Answer with one of your own.');
  await checkMentions(scope, one, mentions);
  const after = revised(scope, before, { text, mentions, editedAt: scope.now().toISOString() });
  const op = change(CommentEntity, before, after);
  return commit(scope, [op], telling(scope, after, before.mentions), shown(after));
}

export async function remove(scope: Scope, one: VersionedComment): Promise<Gone> {
  const before = await current(scope, one);
  if (before.createdBy !== scope.actor.userId && permit(scope.actor, 'msp:write') !== 'allowed')
    throw forbidden('Only who wrote a comment, or an owner or administrator, can delete it.');
  return commit(scope, [removal(CommentEntity, before)], [], {});
}
