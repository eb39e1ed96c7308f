import { useInfiniteQuery } from '@tanstack/react-query';
import { RecordHistory } from '../../lib/record-history.tsx';
import { Section } from '../../ui/card.tsx';
import { historyWords } from './history-words.ts';
import { deviceHistoryQuery } from './queries.ts';

/** What happened to the device, newest first. A device that only a sync has touched has no history. */
export function DeviceHistory({
  companyId,
  deviceId,
  people,
}: {
  companyId: string;
  deviceId: string;
  people: ReadonlyMap<string, string>;
}) {
  const history = useInfiniteQuery(deviceHistoryQuery({ companyId, deviceId }));
  return (
    <Section title="History">
      <RecordHistory history={history} words={historyWords} people={people} none="Nobody has changed it yet." />
    </Section>
  );
}
