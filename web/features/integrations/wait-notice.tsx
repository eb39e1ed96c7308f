import { useEffect, useState } from 'react';
import type { PullNote } from '../../../shared/integrations/run.ts';
import { Callout } from '../../ui/callout.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { countdown } from './countdown.ts';

const SECOND = 1_000;

/** The vendor asked us to slow down: until when, for what, and what goes on meanwhile. Calm, since nothing is to be done. */
export function WaitNotice({ notes, running }: { notes: readonly PullNote[]; running: boolean }) {
  const { locale, timeZone } = useLocale();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(ticking);
  }, []);
  const [first] = notes.toSorted((a, b) => (a.waitingUntil ?? '').localeCompare(b.waitingUntil ?? ''));
  if (!first) return null;
  const more = notes.length - 1;
  const until = first.waitingUntil;
  return (
    <Callout
      tone="wait"
      title={
        until ? (
          <>
            We were asked to wait until{' '}
            <time dateTime={until}>
              {new Date(until).toLocaleTimeString(locale, { timeZone, timeStyle: 'medium' })}
            </time>{' '}
            for {first.dataSet.toLowerCase()}
          </>
        ) : (
          `We wait for ${first.dataSet.toLowerCase()}`
        )
      }
      aside={until ? countdown(Date.parse(until) - now) : undefined}
    >
      It concerns {first.organisation}
      {more > 0 ? ` and ${more} more` : ''}. {running ? 'The other data sets go on, and this one' : 'It'} resumes by
      itself where it stopped.
    </Callout>
  );
}
