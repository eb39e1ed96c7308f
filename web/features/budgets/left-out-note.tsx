import type { ReactNode } from 'react';
import type { LeftOut } from '../../../shared/budgets/forecast.ts';
import { Callout } from '../../ui/callout.tsx';
import { counted } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';

/** Where what could not be counted is mended; made by the route. */
export interface LeftOutHrefs {
  planner: string;
  licences: string;
  undatedDevices: string;
  policies: string;
}

/** What the forecast could not count, each with the way to mend it. */
export function LeftOutNote({ leftOut, hrefs }: { leftOut: LeftOut; hrefs: LeftOutHrefs }) {
  const { undated, unpricedLicences, otherCurrency, undatedDevices, unpricedDevices, otherCurrencyDevices } = leftOut;
  const notes: { id: string; count: number; says: ReactNode }[] = [
    {
      id: 'undated',
      count: undated,
      says: (
        <>
          {counted(undated, 'planner item has no dates', 'planner items have no dates')}.{' '}
          <TextLink href={hrefs.planner}>{undated === 1 ? 'Place it' : 'Place them'} on the roadmap</TextLink>
        </>
      ),
    },
    {
      id: 'unpriced',
      count: unpricedLicences,
      says: (
        <>
          {counted(unpricedLicences, 'kind of licence has no price', 'kinds of licence have no price')}.{' '}
          <TextLink href={hrefs.licences}>Enter prices</TextLink>
        </>
      ),
    },
    {
      id: 'currency',
      count: otherCurrency,
      says: `${counted(otherCurrency, 'cost is', 'costs are')} in another currency.`,
    },
    {
      id: 'undated-devices',
      count: undatedDevices,
      says: (
        <>
          {counted(undatedDevices, 'device does not tell since when it is', 'devices do not tell since when they are')}{' '}
          in use.{' '}
          <TextLink href={hrefs.undatedDevices}>
            Enter {undatedDevices === 1 ? 'its purchase' : 'their purchases'}
          </TextLink>
        </>
      ),
    },
    {
      id: 'unpriced-devices',
      count: unpricedDevices,
      says: (
        <>
          {counted(unpricedDevices, 'device that falls due has', 'devices that fall due have')} no price.{' '}
          <TextLink href={hrefs.policies}>Enter it in the policies</TextLink>
        </>
      ),
    },
    {
      id: 'currency-devices',
      count: otherCurrencyDevices,
      says: `${counted(otherCurrencyDevices, 'device that falls due is', 'devices that fall due are')} priced in another currency by the policies.`,
    },
  ];
  const told = notes.filter(({ count }) => count > 0);
  if (told.length === 0) return null;
  return (
    <Callout tone="info" title="Not counted">
      <ul>
        {told.map(({ id, says }) => (
          <li key={id}>{says}</li>
        ))}
      </ul>
    </Callout>
  );
}
