import type { FleetFigures } from '../../shared/devices/fleet.ts';
import { LIFECYCLE_WORDS, WARRANTY_WORDS } from '../../shared/devices/words.ts';
import { Money } from '../ui/amount.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card, CardBody, CardHead, CardLink } from '../ui/card.tsx';
import { LedgerList } from '../ui/fact-list.tsx';
import { Link } from '../ui/link.tsx';
import type { Stat } from '../ui/stat-strip.tsx';

/** How many devices there are, and what of them is past its lifespan. Nothing while there are none. */
export function devicesStat(figures: FleetFigures | undefined): Stat[] {
  if (!figures || figures.devices === 0) return [];
  const { devices, overdue, currency } = figures;
  return [
    {
      id: 'devices',
      label: 'Devices',
      value: devices,
      mark: overdue.count > 0 ? <Badge tone="warn">{`${overdue.count} past lifespan`}</Badge> : undefined,
      fact:
        overdue.count > 0 ? (
          <>
            <Money minor={overdue.minor} currency={currency} /> to replace
          </>
        ) : (
          'All within their lifespan'
        ),
    },
  ];
}

/** The fleet in figures, each a way into the list. */
export function DevicesCard({ figures, href }: { figures: FleetFigures | undefined; href: string }) {
  if (!figures || figures.devices === 0) return null;
  const { byLifecycle, byWarranty, osUnsupported, silent } = figures;
  const expiring = byWarranty['expiring-30'] + byWarranty['expiring-60'] + byWarranty['expiring-90'];
  const rows = [
    { id: 'overdue', label: LIFECYCLE_WORDS.overdue, count: byLifecycle.overdue, to: '?lens=overdue' },
    { id: 'due', label: LIFECYCLE_WORDS.due, count: byLifecycle.due, to: '?lifecycle=due' },
    { id: 'due-soon', label: LIFECYCLE_WORDS['due-soon'], count: byLifecycle['due-soon'], to: '?lifecycle=due-soon' },
    { id: 'expiring', label: 'Warranty under 90 days', count: expiring, to: '?lens=expiring&sort=warranty' },
    { id: 'expired', label: WARRANTY_WORDS.expired, count: byWarranty.expired, to: '?lens=uncovered&sort=warranty' },
    { id: 'os', label: 'System without updates', count: osUnsupported },
    { id: 'silent', label: 'Not seen in 20 days', count: silent, to: '?lens=silent' },
  ];
  return (
    <Card>
      <CardHead title="Devices" action={<CardLink href={`${href}?tab=lifecycle`}>Lifecycle</CardLink>} />
      <CardBody>
        <LedgerList
          rows={rows.map(({ id, label, count, to }) => ({
            id,
            label: to ? (
              <Link href={href + to} className="hover:underline">
                {label}
              </Link>
            ) : (
              label
            ),
            value: count,
          }))}
        />
      </CardBody>
    </Card>
  );
}
