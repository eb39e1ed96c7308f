import { useInfiniteQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { DateText } from '../../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../../ui/card.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { counted } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { meetingHistoryQuery } from '../queries.ts';
import { shortPrint } from './text.ts';

/** Minutes that stand for ever: since when, by whom, and the fingerprint by which a copy is checked. */
export function StandsCard({ meeting, people }: { meeting: MeetingDetail; people: ReadonlyMap<string, string> }) {
  const { closedAt, minutes } = meeting;
  const { data } = useInfiniteQuery(meetingHistoryQuery(meeting));
  const closing = data?.pages.flatMap(({ items }) => items).find(({ verb }) => verb === 'closed');
  const sent = Number(closing?.about[0] ?? 0);
  return (
    <Card>
      <CardHead title="These minutes stand" />
      <CardBody className="flex flex-col gap-2">
        <FactList
          facts={[
            { id: 'at', label: 'Closed', value: closedAt ? <DateText iso={closedAt} time /> : 'Not yet' },
            { id: 'by', label: 'By', value: (closing && people.get(closing.actorId)) ?? 'Somebody of your team' },
            ...(closing
              ? [{ id: 'sent', label: 'Sent to', value: sent === 0 ? 'Nobody' : counted(sent, 'person', 'people') }]
              : []),
            ...(minutes ? [{ id: 'print', label: 'Fingerprint', value: <Fingerprint sha256={minutes.sha256} /> }] : []),
          ]}
        />
        <p className="text-ink-3 text-meta">
          Frozen as they were closed. The fingerprint (SHA-256) is of the file that is kept: another one means another
          text.
        </p>
      </CardBody>
    </Card>
  );
}

function Fingerprint({ sha256 }: { sha256: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <code title={sha256} className="font-medium font-sans">
        {shortPrint(sha256)}
      </code>
      <IconButton
        small
        label="Copy the whole fingerprint"
        icon={copied ? <Check /> : <Copy />}
        onClick={() => void navigator.clipboard.writeText(sha256).then(() => setCopied(true))}
      />
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
