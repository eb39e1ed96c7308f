import { useInfiniteQuery } from '@tanstack/react-query';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { HistoryCard } from '../../lib/record-history.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { historyWords } from './history-words.ts';
import { meetingHistoryQuery } from './queries.ts';

/** What happened to the meeting, newest first. */
export function MeetingHistory({ meeting, people }: { meeting: MeetingDetail; people: ReadonlyMap<string, string> }) {
  const { locale } = useLocale();
  const history = useInfiniteQuery(meetingHistoryQuery(meeting));
  return <HistoryCard history={history} words={(entry) => historyWords(entry, locale)} people={people} />;
}
