import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import type { ClientUserListed } from '../../../shared/identity/member.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { lines } from './text.ts';

/** Who can answer, and how far each of them is. Loads after the lines. */
export default function ApproversCard({
  budget,
  approvers,
  error,
  peopleHref,
}: {
  budget: BudgetDetail;
  /** Undefined while they load. */
  approvers: readonly ClientUserListed[] | undefined;
  error: unknown;
  peopleHref: string;
}) {
  return (
    <Card>
      <CardHead title="Who answers" />
      <CardBody className="flex flex-col gap-3">
        {error ? <ErrorState error={error} className="px-0 py-2" /> : null}
        {approvers || error ? null : <Skeleton className="h-9" />}
        {approvers?.length === 0 ? (
          <p className="text-ink-2">
            Nobody of this client can approve in the portal yet. <TextLink href={peopleHref}>Invite someone</TextLink>
          </p>
        ) : null}
        {approvers?.map(({ userId, name, lastSignInAt }) => {
          const own = budget.lines.flatMap(({ decision }) => (decision?.by === userId ? [decision.at] : []));
          const latest = own.toSorted().at(-1);
          return (
            <div key={userId} className="flex items-center justify-between gap-3">
              <div className="min-w-0">
                <p className="truncate font-medium">{name}</p>
                <p className="text-ink-3 text-meta">
                  {latest ? (
                    <>
                      Answered {lines(own.length)}, <DateText iso={latest} year={false} />
                    </>
                  ) : lastSignInAt ? (
                    <>
                      Last in the portal <DateText iso={lastSignInAt} year={false} />
                    </>
                  ) : (
                    'Was never in the portal'
                  )}
                </p>
              </div>
              {latest ? <Badge tone="info">Answered</Badge> : <Badge tone="idle">No answer</Badge>}
            </div>
          );
        })}
      </CardBody>
    </Card>
  );
}
