import { useInfiniteQuery } from '@tanstack/react-query';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { RecordHistory } from '../../lib/record-history.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { meetingHistoryQuery } from './queries.ts';

/** What happened to the meeting, newest first. */
export function HistoryCard({ meeting, people }: { meeting: MeetingDetail; people: ReadonlyMap<string, string> }) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(meetingHistoryQuery(meeting));
  return (
    <Card>
      <CardHead title="History" />
      <CardBody className="flex flex-col gap-2">
        <RecordHistory history={history} words={(entry) => historyWords(entry, locale)} people={people} />
      </CardBody>
    </Card>
  );
}
