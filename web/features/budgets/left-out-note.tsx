import type { ReactNode } from 'react';
import type { LeftOut } from '../../../shared/budgets/forecast.ts';
import { Callout } from '../../ui/callout.tsx';
import { TextLink } from '../../ui/link-button.tsx';

/** What the forecast could not count, each with the way to mend it. */
export function LeftOutNote({
  leftOut: { undated, unpricedLicences, otherCurrency },
  plannerHref,
  licencesHref,
}: {
  leftOut: LeftOut;
  plannerHref: string;
  licencesHref: string;
}) {
  const notes: ReactNode[] = [];
  if (undated > 0) {
    const what = undated === 1 ? '1 planner item has no dates' : `${undated} planner items have no dates`;
    notes.push(
      <li key="undated">
        {what}. <TextLink href={plannerHref}>{undated === 1 ? 'Place it' : 'Place them'} on the roadmap</TextLink>
      </li>,
    );
  }
  if (unpricedLicences > 0) {
    const what =
      unpricedLicences === 1 ? '1 kind of licence has no price' : `${unpricedLicences} kinds of licence have no price`;
    notes.push(
      <li key="unpriced">
        {what}. <TextLink href={licencesHref}>Enter prices</TextLink>
      </li>,
    );
  }
  if (otherCurrency > 0) notes.push(<li key="currency">{`${otherCurrency} costs are in another currency.`}</li>);
  if (notes.length === 0) return null;
  return (
    <Callout tone="info" title="Not counted">
      <ul>{notes}</ul>
    </Callout>
  );
}
