import { useInfiniteQuery } from '@tanstack/react-query';
import type { Finding } from '../../../shared/findings/finding.ts';
import { RecordHistory } from '../../lib/record-history.tsx';
import { Section } from '../../ui/card.tsx';
import { findingHistoryQuery } from './queries.ts';
import { openedAgain } from './text.ts';

/** Decisions that were taken back, newest first; nothing where there was none. */
export function FindingHistory({
  finding: { companyId, findingId },
  people,
}: {
  finding: Finding;
  people: ReadonlyMap<string, string>;
}) {
  const history = useInfiniteQuery(findingHistoryQuery({ companyId, findingId }));
  if (!history.error && !history.data?.pages[0]?.items.length) return null;
  return (
    <Section title="History">
      <RecordHistory history={history} people={people} words={({ about: [was] }) => openedAgain(was)} />
    </Section>
  );
}
