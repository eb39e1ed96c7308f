import { Lock } from 'lucide-react';
import type { MeetingTemplate } from '../../../shared/meetings/meeting-template.ts';

/** What a template puts on an agenda, in its order. */
export function TemplateItems({ template, className }: { template: MeetingTemplate; className?: string }) {
  return (
    <ol aria-label={`Agenda of ${template.name}`} className={className}>
      {template.items.map(({ title, minutes, visibility }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a template never change
        <li key={at} className="flex min-w-0 items-baseline justify-between gap-3 py-0.5">
          <span className="min-w-0 truncate">
            {visibility === 'internal' ? (
              <Lock aria-label="Internal" className="mr-1 mb-0.5 inline size-3.5 text-ink-3" />
            ) : null}
            {title}
          </span>
          <span className="num shrink-0 text-ink-3 text-meta">{minutes} min</span>
        </li>
      ))}
    </ol>
  );
}
