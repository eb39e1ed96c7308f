import { useState } from 'react';
import type { Finding } from '../../../shared/findings/finding.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';

const SHOWN = 5;

/** The records that a finding is about: a few first, then all that are kept; the count counts every one. */
export function AffectedRecords({ affected, count }: { affected: Finding['affected']; count: number }) {
  const [all, setAll] = useState(false);
  if (affected.length === 0) return null;
  const shown = all ? affected : affected.slice(0, SHOWN);
  const hidden = count - affected.length;
  return (
    <Section
      title="Affected records"
      fact={count}
      action={
        affected.length > SHOWN ? (
          <Button variant="link" size="inline" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : 'Show all'}
          </Button>
        ) : undefined
      }
    >
      <ul className="divide-y divide-line border-line border-y">
        {shown.map(({ label, detail }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may bear the same name, and the list never reorders
          <li key={at} className="grid min-h-8 grid-cols-[minmax(7rem,1fr)_2fr] items-center gap-4 py-1">
            <span className="truncate font-medium">{label}</span>
            <span className="truncate text-ink-2">{detail}</span>
          </li>
        ))}
      </ul>
      {all && hidden > 0 ? <p className="text-ink-3 text-meta">{`${hidden} more at the source.`}</p> : null}
    </Section>
  );
}
