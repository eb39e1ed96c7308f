import { ListChecks } from 'lucide-react';
import type { Finding } from '../../../shared/findings/finding.ts';
import { RISKS } from '../../ui/priority.ts';
import type { TraceStep } from '../../ui/trace.tsx';
import { SourceIcon } from './source-icon.tsx';
import { SOURCES } from './text.ts';

/** What led to the work of a finding: the source that saw it, then the finding itself. */
export function findingTrace(finding: Finding, href: string): TraceStep[] {
  const { raisedBy, raisedAt, findingId, title, risk, evidence } = finding;
  return [
    {
      id: 'source',
      kind: 'Source',
      icon: <SourceIcon feature={raisedBy} />,
      title: SOURCES[raisedBy] ?? 'Fairlead',
      detail: evidence[0]?.value,
      at: raisedAt,
    },
    {
      id: findingId,
      kind: 'Finding',
      icon: <ListChecks aria-hidden />,
      title,
      href,
      detail: `${RISKS[risk].word} risk`,
      at: raisedAt,
    },
  ];
}
