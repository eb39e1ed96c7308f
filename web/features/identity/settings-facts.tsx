import type { Msp } from '../../../shared/identity/msp.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { currencyLabel, zoneLabel } from './region-options.ts';
import { MONTHS } from './text.ts';

/** Where the MSP's clients sign in. */
export const portalAddress = ({ slug }: Pick<Msp, 'slug'>): string => `${window.location.origin}/portal/${slug}`;

/** Who the MSP is, for those who may not change it. */
export function MspFacts({ msp }: { msp: Msp }) {
  const nothing = <span className="text-ink-3">Not said</span>;
  return (
    <FactList
      className="max-w-160"
      facts={[
        { id: 'name', label: 'Name', value: msp.name },
        { id: 'portal', label: 'Client portal', value: portalAddress(msp) },
        { id: 'email', label: 'Support email', value: msp.supportEmail || nothing },
        { id: 'phone', label: 'Support phone', value: msp.supportPhone || nothing },
        { id: 'zone', label: 'Time zone', value: zoneLabel(msp.timeZone) },
        { id: 'currency', label: 'Currency', value: currencyLabel(msp.currency) },
        { id: 'year', label: 'Fiscal year starts in', value: MONTHS[msp.fiscalYearStart - 1] ?? nothing },
      ]}
    />
  );
}
