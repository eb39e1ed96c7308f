import type { ReactNode } from 'react';
import type { Trouble } from '../../../shared/integrations/trouble.ts';
import { DateText } from '../../ui/amount.tsx';
import { Callout } from '../../ui/callout.tsx';

/** A trouble in full: what happened and since when, what is still safe, what to do. */
export function TroubleCallout({
  trouble,
  stops,
  subject,
  actions,
}: {
  trouble: Trouble;
  /** Nothing works until a person acts; otherwise the rest goes on. */
  stops: boolean;
  /** Whose trouble, where several stand on a page. */
  subject?: string;
  actions?: ReactNode;
}) {
  return (
    <Callout tone={stops ? 'bad' : 'warn'} title={trouble.cause} actions={actions}>
      <p>
        {trouble.safe} {trouble.fix}
      </p>
      <p className="mt-0.5 text-ink-3">
        {subject ? `${subject}, since ` : 'Since '}
        <DateText iso={trouble.since} year={false} time />
      </p>
    </Callout>
  );
}
