import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endsOf, firstOfEachKind, type OtherEnd } from '../../shared/kernel/link-ends.ts';
import { useMay } from '../lib/session.ts';
import { DateText } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { Card, CardBody, CardHead, Section } from '../ui/card.tsx';
import { counted } from '../ui/format.ts';
import { TextLink } from '../ui/link-button.tsx';
import { asProblem } from '../ui/problem.ts';
import type { RecordPanelProps } from '../ui/record-panels.tsx';
import { CardSkeleton, Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { LINKED_KINDS } from './linked-kinds.tsx';
import { hasLinks, LINKS_OF } from './linked-queries.ts';

/** Lines shown of a kind before the rest is asked for: each of them reads a record. */
const FIRST = 3;

/** The records around one, of all features: what led to it, and what it led to or is used in. Loads on first use. */
export default function LinkedRecords(props: RecordPanelProps) {
  return hasLinks(props.record.kind) ? <Around {...props} kind={props.record.kind} /> : null;
}

function Around({ record, kind, frame }: RecordPanelProps & { kind: keyof typeof LINKS_OF }) {
  const { companyId, id } = record;
  const may = useMay();
  const { data, error, refetch } = useQuery(LINKS_OF[kind](companyId, id));
  // What the reader may not open is not told of.
  const seen = (ends: readonly OtherEnd[]) =>
    ends.filter(({ type }) => {
      const needs = LINKED_KINDS[type]?.needs;
      return needs !== undefined && may(needs);
    });
  const { before, after } = endsOf(data?.items ?? [], { type: kind, id });
  const [from, to] = [seen(before), seen(after)];
  const count = from.length + to.length;
  const fact = data ? counted(count, 'record') : undefined;
  const lists = (
    <>
      <Ends title="Came from" ends={from} companyId={companyId} />
      <Ends title={from.length > 0 ? 'Led to' : undefined} ends={to} companyId={companyId} />
    </>
  );
  if (frame === 'section') {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return count > 0 ? (
      <Section title="Where used" fact={fact}>
        {lists}
      </Section>
    ) : null;
  }
  if (!data && !error) return <CardSkeleton label="Loading where it is used" rows={2} bare={frame === 'bare'} />;
  const body = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : count > 0 ? (
    lists
  ) : (
    <p className="text-ink-3">Nowhere yet. Work, budgets, meetings and reports that it leads to stand here.</p>
  );
  if (frame === 'bare') return body;
  return (
    <Card>
      <CardHead title="Where used" fact={count > 0 ? fact : undefined} />
      <CardBody className="flex flex-col gap-3">{body}</CardBody>
    </Card>
  );
}

function Ends({ title, ends, companyId }: { title: string | undefined; ends: readonly OtherEnd[]; companyId: string }) {
  const [all, setAll] = useState(false);
  if (ends.length === 0) return null;
  const shown = all ? ends : firstOfEachKind(ends, FIRST);
  return (
    <div className="flex flex-col gap-1">
      {title ? <h3 className="text-ink-3 text-meta">{title}</h3> : null}
      <ul className="divide-y divide-line border-line border-y">
        {shown.map((end) => (
          <End key={`${end.type}/${end.id}`} end={end} companyId={companyId} />
        ))}
      </ul>
      {shown.length < ends.length ? (
        <Button size="sm" variant="quiet" className="self-start" onClick={() => setAll(true)}>
          {`Show all ${ends.length}`}
        </Button>
      ) : null}
    </div>
  );
}

function End({ end: { type, id, at }, companyId }: { end: OtherEnd; companyId: string }) {
  const kind = LINKED_KINDS[type];
  return kind ? <Line {...kind} id={id} at={at} companyId={companyId} /> : null;
}

type LineProps = NonNullable<(typeof LINKED_KINDS)['goal']> & { companyId: string; id: string; at: string };

function Line({ word, icon, useNamed, companyId, id, at }: LineProps) {
  const { data, error } = useNamed(companyId, id);
  const isGone = data === null || asProblem(error)?.status === 404;
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <span className="shrink-0 text-ink-3 [&_svg]:size-4">{icon}</span>
      <span className="flex min-w-0 flex-1 flex-col">
        {data ? (
          <TextLink href={data.href} className="truncate">
            {data.title}
          </TextLink>
        ) : isGone || error ? (
          <span className="text-ink-2">{isGone ? 'No longer there' : 'Could not be read'}</span>
        ) : (
          <Skeleton className="my-1 w-3/5" />
        )}
        <span className="truncate text-ink-3 text-meta">
          {word}
          {data ? <>, {data.detail}</> : null}
        </span>
      </span>
      <DateText iso={at} year={false} className="shrink-0 text-ink-3 text-meta" />
    </li>
  );
}
