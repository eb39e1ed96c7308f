import { type ReactNode, useState } from 'react';
import type { PlannerItemDetail, PublishedItem } from '../../../shared/planner/planner-item.ts';
import { published, unpublishedFields } from '../../../shared/planner/publishing.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { MarkedNote } from './marked-note.tsx';
import { STATUSES } from './statuses.ts';

/** Exactly what the client sees of an item: now, and after publishing, with the difference marked. Loads on first use. */
export default function ClientView({ item, onClose }: { item: PlannerItemDetail; onClose: () => void }) {
  const next = published(item, item.publishedVersion + 1, item.updatedAt);
  const changed = unpublishedFields(item, item.published);
  const [view, setView] = useState<'now' | 'next'>(item.published ? 'now' : 'next');
  const seen = view === 'now' && item.published ? item.published : next;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="As the client sees it"
      description={
        item.published
          ? undefined
          : `The client does not see this item. This is what version ${next.publishedVersion} would show.`
      }
    >
      {item.published && changed.length > 0 ? (
        <Segmented
          label="Version"
          options={[
            { value: 'now', label: `Now, version ${item.publishedVersion}` },
            { value: 'next', label: `After publishing version ${next.publishedVersion}` },
          ]}
          value={view}
          onChange={setView}
        />
      ) : null}
      <PublishedCard
        seen={seen}
        changed={view === 'next' ? new Set(changed) : new Set()}
        before={item.published?.publicNote}
      />
      <p className="text-ink-3 text-meta">
        Priority, hours, cost lines, people and the private note are never shown to the client.
      </p>
    </Dialog>
  );
}

function PublishedCard({
  seen,
  changed,
  before,
}: {
  seen: PublishedItem;
  /** Fields that differ from what the client sees now. */
  changed: ReadonlySet<string>;
  /** The note that the client reads now. */
  before: string | undefined;
}) {
  const { locale } = useLocale();
  const { title, lane, status, startDate, endDate, currency, publicNote, riskIfDeferred } = seen;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const mark = (fields: readonly string[], content: ReactNode) =>
    fields.some((field) => changed.has(field)) ? (
      <mark className="rounded-badge bg-warn-soft px-0.5 text-ink">{content}</mark>
    ) : (
      content
    );
  const amounts = [
    seen.oneTimeMinor > 0 ? `${money(seen.oneTimeMinor)} once` : '',
    seen.monthlyMinor > 0 ? `${money(seen.monthlyMinor)} a month` : '',
    seen.annualMinor > 0 ? `${money(seen.annualMinor)} a year` : '',
  ].filter(Boolean);
  const when =
    startDate && endDate ? (
      <span>
        <DateText iso={startDate} /> – <DateText iso={endDate} />
      </span>
    ) : (
      'No date yet'
    );
  return (
    <section aria-label="Client view" className="flex flex-col gap-3 rounded-card border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold text-15">{mark(['title'], title)}</h3>
        {mark(['status'], <Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>)}
      </div>
      <MarkedNote note={publicNote} published={changed.has('publicNote') ? before : undefined} />
      <FactList
        facts={[
          { id: 'when', label: 'When', value: mark(['startDate', 'endDate'], when) },
          { id: 'lane', label: 'Area', value: mark(['lane'], LANE_WORDS[lane]) },
          {
            id: 'estimate',
            label: 'Estimate',
            value: (
              <span>
                {mark(
                  ['oneTimeMinor', 'monthlyMinor', 'annualMinor', 'currency'],
                  amounts.length > 0 ? amounts.join(', ') : 'No estimate',
                )}{' '}
                <span className="text-ink-3 text-meta">not a quote</span>
              </span>
            ),
          },
          ...(riskIfDeferred
            ? [{ id: 'wait', label: 'If it waits', value: <span>{mark(['riskIfDeferred'], riskIfDeferred)}</span> }]
            : []),
        ]}
      />
    </section>
  );
}
