import { type AgendaItem, ItemFacts } from '../../shared/meetings/agenda.ts';
import { NOTHING } from '../../shared/meetings/kinds.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import type { TemplateItem } from '../../shared/meetings/meeting-template.ts';
import { newId } from '../_kit/new-id.ts';
import { stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import type { AgendaItemRow } from './agenda-item.entity.ts';
import { exhibitNow } from './subjects.service.ts';
import { topicExhibit } from './topics.service.ts';

type Beginning = Pick<AgendaItemRow, 'title'> & Partial<AgendaItemRow>;

const DEFAULTS = {
  minutes: ItemFacts.minutes.parse(undefined),
  purpose: ItemFacts.purpose.parse(undefined),
  visibility: ItemFacts.visibility.parse(undefined),
  standing: false,
  text: '',
  note: '',
  records: [] as AgendaItem['records'],
  exhibit: NOTHING,
  spentSeconds: 0,
};

/** An item as it begins. */
export function freshItem(scope: Scope, { companyId, meetingId }: OneMeeting, facts: Beginning): AgendaItemRow {
  const exhibitAt = scope.now().toISOString();
  return stamped(scope, {
    ...DEFAULTS,
    exhibitAt,
    ...facts,
    companyId,
    meetingId,
    agendaItemId: newId(scope.now()),
  });
}

/** The items of a template for a meeting. What it has of its own comes back every time. */
export function templateItems(scope: Scope, one: OneMeeting, items: readonly TemplateItem[]): AgendaItemRow[] {
  return items.map((item) => freshItem(scope, one, { ...item, standing: true }));
}

/** The figures of one item as they are now; a note has none. */
async function withFigures(scope: Scope, item: AgendaItemRow): Promise<AgendaItemRow> {
  const { companyId, topic, records } = item;
  if (!topic && records.length === 0) return item;
  const exhibit = topic
    ? await topicExhibit(scope, companyId, topic)
    : await exhibitNow(scope, companyId, records, item.exhibit);
  return { ...item, exhibit, exhibitAt: scope.now().toISOString() };
}

/** Items with their figures as they are now. What was decided keeps the figures on which it was decided. */
export function upToDate(scope: Scope, items: readonly AgendaItemRow[]): Promise<AgendaItemRow[]> {
  return Promise.all(items.map((item) => (item.said ? item : withFigures(scope, item))));
}
