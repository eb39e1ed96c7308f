import { notFound, refused } from '../../shared/kernel/error.ts';
import type { AgendaItem, Effect, Said, Saying } from '../../shared/meetings/agenda.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { mustFind } from '../_kit/store.ts';
import { AgendaItemEntity, type AgendaItemRow } from './agenda-item.entity.ts';
import { takenDown } from './last-words.ts';
import { ATTEMPTS, readMeeting, shownItem } from './meeting-records.ts';
import { namedOne } from './people.ts';
import { writtenBack } from './writing-back.service.ts';

/**
 * The same again, perhaps with another note or in another's name: there is nothing to write anywhere else. A budget that was
 * answered line by line would else get one answer for all. Another date or other lines are more.
 */
const isSameWord = (before: Said | undefined, { result, deferTo, lines }: Saying) =>
  before !== undefined && before.result === result && !deferTo && !lines;

const nameOf = ({ record, did }: Effect) => `${record.type}/${record.id}/${did}`;

/** What a decision did stays known when it is taken down again. */
function effectsOf(before: Said | undefined, { result }: Saying, fresh: readonly Effect[]): Effect[] {
  const known = before && before.result === result ? before.effects : [];
  return [...new Map([...known, ...fresh].map((one) => [nameOf(one), one])).values()];
}

function said({ result, note, at }: Saying, by: Said['by'], effects: Effect[]): Said | undefined {
  if (!result || result === 'open') return undefined;
  return { result, note, at, effects, ...(by ? { by } : {}) };
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
    const spent = Math.max(item.spentSeconds, spentSeconds ?? 0);
    // Closing the meeting and a last word exclude each other.
    const stillOpen = await takenDown(scope, meeting.row);
    if (saying.result === undefined) {
      if (spent === item.spentSeconds) return shownItem(scope, item);
      const next: AgendaItemRow = revised(scope, item, { spentSeconds: spent });
      const op = change(AgendaItemEntity, item, next, { what: 'agenda item', audit: false });
      return commit(scope, [op, ...stillOpen], [], shownItem(scope, next));
    }
    if (item.saidAt !== undefined && item.saidAt >= at) return shownItem(scope, item);
    const by = await namedOne(scope, companyId, saying.by, 'by');
    const written = isSameWord(item.said, saying)
      ? { ops: [], facts: [], effects: [] }
      : await writtenBack(scope, { meeting: meeting.row, item, saying, ...(by ? { by: by.name } : {}) });
    const next: AgendaItemRow = revised(scope, item, {
      said: said(saying, by, effectsOf(item.said, saying, written.effects)),
      saidAt: at,
      spentSeconds: spent,
    });
    const ops = [change(AgendaItemEntity, item, next, { what: 'agenda item' }), ...stillOpen, ...written.ops];
    return commit(scope, ops, written.facts, shownItem(scope, next));
  });
}
