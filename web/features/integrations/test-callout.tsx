import { CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useNow } from '../../ui/locale.tsx';
import { awaitsTest } from './testable.ts';

/** A test that passed longer ago is no news. */
const NEWS_MS = 10 * 60_000;

/** What the last test of the connection found, in the server's one sentence. Loads when there was one. */
export default function TestCallout({ integration }: { integration: Integration }) {
  const { test } = integration;
  const now = useNow().getTime();
  if (test?.state === 'running' || awaitsTest(integration)) {
    return (
      <Line icon={<LoaderCircle aria-hidden className="size-4 shrink-0 text-info motion-safe:animate-spin" />}>
        {test?.state === 'running' ? test.sentence : 'Testing the connection.'}
      </Line>
    );
  }
  if (!test) return null;
  if (test.state === 'failed') {
    return (
      <Callout tone="warn" title="The connection test failed">
        {test.sentence}
      </Callout>
    );
  }
  if (now - Date.parse(test.at) > NEWS_MS) return null;
  return (
    <Line icon={<CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />}>
      {test.sentence} <RelativeTime iso={test.at} className="text-ink-3 text-meta" />
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p role="status" className="flex items-start gap-2 text-body [&>svg]:mt-0.5">
      {icon}
      <span className="min-w-0">{children}</span>
    </p>
  );
}
