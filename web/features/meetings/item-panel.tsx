import { ExternalLink, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { LinkEnd } from '../../../shared/kernel/link.ts';
import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { counted } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ExhibitView } from './exhibit-view.tsx';
import { ItemForm } from './item-form.tsx';
import { OpenSince } from './open-since.tsx';
import { PresenterForm } from './presenter-form.tsx';
import { RESULTS } from './statuses.ts';
import { aboutOf, kindOf, PURPOSES } from './text.ts';
import { useAgenda } from './use-agenda.ts';

export interface ItemPanelProps {
  meeting: MeetingDetail;
  item: AgendaItem;
  people: ReadonlyMap<string, string>;
  /** Items can be changed now. */
  editable: boolean;
  /** Note and presenter can be changed: until the meeting is over. */
  presentable: boolean;
  /** Page of a record; absent for what has none. */
  recordHref: (record: LinkEnd) => string | undefined;
  place?: { at: number; of: number };
  onPrevious?: () => void;
  onNext?: () => void;
  onClose: () => void;
}

/** One item of an agenda beside it: its words, its figures, and what only the presenter sees. */
export default function ItemPanel(props: ItemPanelProps) {
  const { meeting, item, people, editable, presentable, recordHref, place, onPrevious, onNext, onClose } = props;
  const agenda = useAgenda(meeting);
  const { title, text, said, visibility, purpose, minutes } = item;
  const isInternal = visibility === 'internal';
  return (
    <SidePanel
      label={title}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={
        editable ? (
          <Button
            className="ml-auto"
            onClick={() => {
              onClose();
              agenda.remove(item);
            }}
          >
            Take off the agenda
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-1.5">
        <span className="flex flex-wrap items-center gap-2 text-ink-3 text-meta">
          {said ? <Badge tone={RESULTS[said.result].tone}>{RESULTS[said.result].word}</Badge> : null}
          <OpenSince item={item} />
          <span>{aboutOf(item)}</span>
          {editable ? null : (
            <span className="num">
              {PURPOSES[purpose]}, {minutes} min{isInternal ? ', internal' : ''}
            </span>
          )}
        </span>
        {editable ? null : <h2 className="break-words font-semibold text-15">{title}</h2>}
        {editable || !text ? null : <p className="whitespace-pre-line break-words text-ink-2">{text}</p>}
        <RecordLinks item={item} recordHref={recordHref} />
      </div>
      {said ? (
        <Section title="What was said" fact={said.by?.name}>
          <p className="whitespace-pre-line break-words text-ink-2">{said.note || 'Nothing was noted.'}</p>
        </Section>
      ) : null}
      {editable ? <ItemForm key={item.agendaItemId} item={item} onSave={(set) => agenda.edit(item, set)} /> : null}
      <div className="flex flex-none overflow-hidden rounded-card border-2 border-line-strong border-dashed">
        <NoteBlock audience="private" alone title="Presenter" fact="Only staff see this">
          <PresenterForm
            key={item.agendaItemId}
            item={item}
            people={people}
            writable={presentable}
            onSave={(set) => agenda.edit(item, set)}
          />
        </NoteBlock>
      </div>
      <Figures item={item} renewable={presentable && !said} onRefresh={agenda.refresh} />
    </SidePanel>
  );
}

function RecordLinks({ item: { records }, recordHref }: Pick<ItemPanelProps, 'item' | 'recordHref'>) {
  const [first] = records;
  const href = first && recordHref(first);
  if (!href) return null;
  return (
    <LinkButton href={href} size="sm" icon={<ExternalLink aria-hidden />} className="mt-1 self-start">
      {records.length === 1
        ? `Open the ${kindOf(first.type).toLowerCase()}`
        : `Open the first of ${counted(records.length, 'record')}`}
    </LinkButton>
  );
}

/** What the client sees of the records, and from when it is. */
function Figures({
  item: { title, exhibit, exhibitAt, withheld, topic, records },
  renewable,
  onRefresh,
}: {
  item: AgendaItem;
  renewable: boolean;
  onRefresh: () => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  if (!topic && records.length === 0) return null;
  const isEmpty = exhibit.facts.length === 0 && !exhibit.table;
  const renew = async () => {
    setBusy(true);
    await onRefresh();
    setBusy(false);
  };
  return (
    <Section
      title="Figures"
      fact={
        <>
          of <DateText iso={exhibitAt} year={false} time />
        </>
      }
      action={
        renewable ? (
          <Button
            variant="quiet"
            size="tight"
            icon={<RefreshCw aria-hidden />}
            busy={busy}
            aria-label="Refresh the figures of the whole agenda"
            onClick={() => void renew()}
          >
            Refresh
          </Button>
        ) : undefined
      }
    >
      {withheld ? (
        <p className="text-ink-2">Figures of budgets are not shown to your role.</p>
      ) : isEmpty ? (
        <p className="text-ink-2">There is nothing to show of this yet.</p>
      ) : (
        <ExhibitView exhibit={exhibit} of={title} />
      )}
    </Section>
  );
}
