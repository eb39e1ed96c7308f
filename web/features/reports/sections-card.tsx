import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Summary } from '../../../shared/companies/overview.ts';
import { COVER } from '../../../shared/reports/cover.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { outlook, sectionFacts } from '../../../shared/reports/section-facts.ts';
import { SECTIONS } from '../../../shared/reports/sections.gen.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { movedBy } from '../../ui/column-order.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { arrangementQuery } from './queries.ts';
import { SectionRow } from './section-row.tsx';
import type { DraftChange } from './use-draft.ts';

const titleOf = (id: string) => sectionFacts(id)?.title ?? id;

/** Which sections a draft has and in what order; the order can be kept for the reports to come. */
export function SectionsCard({
  report,
  summaries,
  error,
  onChange,
}: {
  report: Report;
  /** What is known of the client; nothing is said of sections until it is there. */
  summaries: readonly Summary[] | undefined;
  error: string | undefined;
  onChange: (set: DraftChange) => void;
}) {
  const { sections } = report;
  const list = useRef<HTMLOListElement>(null);
  const [over, setOver] = useState<string>();
  const [moved, setMoved] = useState<{ id: string; said: string }>();
  useEffect(() => {
    // A handle that moved in the page lost the focus there: it takes it again where it is now.
    if (moved) list.current?.querySelector<HTMLElement>(`[data-section="${moved.id}"] [data-move] button`)?.focus();
  }, [moved]);

  const put = (next: string[]) => onChange({ sections: next });
  const movable = (next: readonly string[]) => next.indexOf(COVER) <= 0;
  const move = (id: string, by: number) => {
    const next = movedBy(sections, id, by);
    if (!movable(next) || next.indexOf(id) === sections.indexOf(id)) return;
    put(next);
    setMoved({ id, said: `${titleOf(id)}, ${next.indexOf(id) + 1} of ${next.length}` });
  };
  const drop = (id: string, before: string) => {
    setOver(undefined);
    const next = movedBy(sections, id, sections.indexOf(before) - sections.indexOf(id));
    if (sections.includes(id) && id !== before && movable(next)) put(next);
  };
  const others = SECTIONS.filter(({ id }) => !sections.includes(id));
  return (
    <Card>
      <CardHead
        title="Sections"
        fact={String(sections.length)}
        ruled
        action={
          others.length > 0 ? (
            <MenuButton
              groups={[
                {
                  id: 'add',
                  items: others.map(({ id, title, detail }) => ({
                    id,
                    label: title,
                    detail,
                    onSelect: () => put(id === COVER ? [id, ...sections] : [...sections, id]),
                  })),
                },
              ]}
            >
              <Plus aria-hidden /> Add
            </MenuButton>
          ) : undefined
        }
      />
      <ol ref={list} className="divide-y divide-line">
        {sections.map((id, at) => {
          const facts = sectionFacts(id);
          return (
            <SectionRow
              key={id}
              id={id}
              number={at + 1}
              title={titleOf(id)}
              detail={facts?.detail ?? ''}
              outlook={facts && summaries ? outlook(facts, summaries) : undefined}
              isOver={over === id}
              ways={{
                up: movable(movedBy(sections, id, -1)) && at > 0,
                down: movable(movedBy(sections, id, 1)) && at < sections.length - 1,
                out: sections.length > 1,
              }}
              onMove={(by) => move(id, by)}
              onOver={setOver}
              onDrop={drop}
              onRemove={() => put(sections.filter((each) => each !== id))}
            />
          );
        })}
      </ol>
      <span role="status" className="sr-only">
        {moved?.said}
      </span>
      {error ? <p className="border-line border-t px-3.5 py-2 text-bad text-meta">{error}</p> : null}
      <UsualOrder sections={sections} />
    </Card>
  );
}

/** Offers to begin new reports in this order, as long as they begin in another. */
function UsualOrder({ sections }: { sections: readonly string[] }) {
  const queryClient = useQueryClient();
  const { data: usual } = useQuery(arrangementQuery());
  const keep = useMutation({
    mutationFn: (v: number) => client.reports.keepArrangement({ sections: [...sections], v }),
    onSuccess: (saved) => {
      queryClient.setQueryData(arrangementQuery().queryKey, saved);
      toast({ title: 'Saved as your usual order', detail: 'New reports begin with these sections.' });
    },
    onError: tell,
  });
  if (!usual) return null;
  const isUsual = usual.sections.join() === sections.join();
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line border-t px-3.5 py-1.5 text-ink-3 text-meta">
      {isUsual ? (
        'This is your usual order: new reports begin with it.'
      ) : (
        <>
          New reports begin in another order.
          <Button size="sm" busy={keep.isPending} onClick={() => keep.mutate(usual.v)}>
            Save as our usual order
          </Button>
        </>
      )}
    </div>
  );
}
