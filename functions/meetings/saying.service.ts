import { notFound, refused } from '../../shared/kernel/error.ts';
import type { AgendaItem, Said, Saying } from '../../shared/meetings/agenda.ts';
import { commit } from '../_kit/commit.ts';
import { change, unchanged } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { mustFind } from '../_kit/store.ts';
import { AgendaItemEntity, type AgendaItemRow } from './agenda-item.entity.ts';
import { MeetingEntity } from './meeting.entity.ts';
import { ATTEMPTS, readMeeting, shownItem } from './meeting-records.ts';
import { namedOne } from './people.ts';
import { writtenBack } from './writing-back.service.ts';

/** What a decision did stays known when the same is said again with another note. */
const isSameWord = (before: Said | undefined, { result, by }: Saying) =>
  before?.result === result && before.by?.id === by?.id;

function said(saying: Saying, by: Said['by'], effects: Said['effects']): Said | undefined {
  const { result, note, at } = saying;
  return result === 'open' ? undefined : { result, note, at, effects, ...(by ? { by } : {}) };
}

/**
 * Takes down what was said about an item. A decision goes to the record that the item is about in the same commit: either both
 * have it or neither. Words that arrive late and are older than what stands change nothing, so that a presenter whose
 * connection dropped can hand them in afterwards.
 */
export function say(scope: Scope, saying: Saying): Promise<AgendaItem> {
  const { companyId, meetingId, agendaItemId, at, spentSeconds } = saying;
  return startingOver(ATTEMPTS, async () => {
    const key = { mspId: scope.mspId, companyId, meetingId, agendaItemId };
    const [meeting, item] = await Promise.all([
      readMeeting(scope, { companyId, meetingId }),
      mustFind(scope, AgendaItemEntity, AgendaItemEntity.get(key), 'agenda item'),
    ]);
    if (!meeting.more.agenda.includes(agendaItemId)) throw notFound('agenda item');
    if (meeting.row.status !== 'live' && meeting.row.status !== 'minutes')
      throw refused('meeting.not-held', 'What was said is noted while the meeting is held or written up.');
    if (item.saidAt !== undefined && item.saidAt >= at) return shownItem(scope, item);
    const by = await namedOne(scope, companyId, saying.by, 'by');
    const written = isSameWord(item.said, saying)
      ? { ops: [], facts: [], effects: item.said?.effects ?? [] }
      : await writtenBack(scope, { meeting: meeting.row, item, saying, ...(by ? { by: by.name } : {}) });
    const next: AgendaItemRow = revised(scope, item, {
      said: said(saying, by, written.effects),
      saidAt: at,
      spentSeconds: Math.max(item.spentSeconds, spentSeconds ?? 0),
    });
    const ops = [
      change(AgendaItemEntity, item, next, { what: 'agenda item' }),
      // Closing the meeting and a last word exclude each other.
      unchanged(MeetingEntity, meeting.row, 'meeting'),
      ...written.ops,
    ];
    return commit(scope, ops, written.facts, shownItem(scope, next));
  });
}
