import { ListOrdered, Lock, Plus } from 'lucide-react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { SHIPPED_TEMPLATES } from '../../../shared/meetings/shipped-templates.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AddNote } from './add-note.tsx';
import { AgendaList } from './agenda-list.tsx';
import { minutesOver } from './clock.ts';
import { useAgenda } from './use-agenda.ts';

/** Every kind of standing part, with the words and the time box that the quarterly review gives it. */
const PARTS = SHIPPED_TEMPLATES.flatMap(({ templateId, items }) => (templateId === 'qbr' ? items : [])).flatMap(
  ({ topic, ...part }) => (topic ? [{ ...part, topic, standing: true }] : []),
);

/** What is talked about, in which order, and whether it fits. */
export function AgendaCard({
  meeting,
  people,
  editable,
  peek,
  onPeek,
}: {
  meeting: MeetingDetail;
  people: ReadonlyMap<string, string>;
  editable: boolean;
  peek: string | undefined;
  onPeek: (agendaItemId: string | undefined) => void;
}) {
  const agenda = useAgenda(meeting);
  const { items, plannedMinutes, durationMinutes, status } = meeting;
  const over = minutesOver(meeting);
  const isLocked = status !== 'draft' && status !== 'live';
  const missing = PARTS.filter(({ topic }) => !items.some((item) => item.topic === topic));
  const parts: MenuGroup[] = [
    {
      id: 'parts',
      label: 'With the figures of the day',
      items: missing.map((part) => ({
        id: part.topic,
        label: part.title,
        detail: `${part.minutes} min`,
        onSelect: () => void agenda.addNote(part),
      })),
    },
  ];
  return (
    <Card>
      <CardHead
        title="Agenda"
        fact={
          <>
            {counted(items.length, 'item')}, {plannedMinutes} of {durationMinutes} min
          </>
        }
        action={
          <>
            {over > 0 ? <Badge tone="warn">{over} min over</Badge> : null}
            {isLocked ? (
              <span className="flex items-center gap-1 text-ink-3 text-meta">
                <Lock aria-hidden className="size-3.5" />
                Locked
              </span>
            ) : null}
            {editable && missing.length > 0 ? (
              <MenuButton groups={parts}>
                <Plus aria-hidden />
                Standing part
              </MenuButton>
            ) : null}
          </>
        }
      />
      <ProgressBar
        value={plannedMinutes}
        max={durationMinutes}
        tone={over > 0 ? 'warn' : 'accent'}
        label="Time planned"
        text={`${plannedMinutes} of ${durationMinutes} minutes`}
        className="mx-3.5 mb-2 w-auto!"
      />
      <div className="border-line border-t">
        {items.length > 0 ? (
          <AgendaList
            meeting={meeting}
            agenda={agenda}
            people={people}
            editable={editable}
            peek={peek}
            onPeek={onPeek}
          />
        ) : (
          <EmptyState icon={<ListOrdered aria-hidden />} title="Nothing on the agenda yet">
            {editable
              ? 'Add what waits for a decision from the suggestions, a standing part, or a note.'
              : 'This meeting was held without an agenda.'}
          </EmptyState>
        )}
      </div>
      {editable ? <AddNote onAdd={(title) => agenda.addNote({ title })} /> : null}
    </Card>
  );
}
