import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Company } from '../../../shared/companies/company.ts';
import type { Summary } from '../../../shared/companies/overview.ts';
import { CONTACT_ROLES } from '../../../shared/companies/words.ts';
import { useMay } from '../../lib/session.ts';
import { Person } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { type Stat, StatStrip } from '../../ui/stat-strip.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { ArchiveCompany } from './archive-company.tsx';
import { contactsQuery, overviewQuery } from './queries.ts';
import { inSentence, STATUS } from './text.ts';

const CompanyForm = lazy(() => import('./company-form.tsx'));
const SHOWN = 4;

/** What features add to a client's overview: they are put together by the route, so that no feature knows another. */
export interface OverviewParts {
  /** What is known: figures of the strip. */
  known: (figures: (feature: Summary['feature']) => unknown) => Stat[];
  /** What needs a decision, what is planned: cards of the main column. */
  main: (figures: (feature: Summary['feature']) => unknown, company: Pick<Company, 'fiscalYearStart'>) => ReactNode;
  /** Smaller cards beside: what it shall come to, the figures of the devices. */
  side: (figures: (feature: Summary['feature']) => unknown) => ReactNode;
}

/** One client at a glance: what is known, what needs a decision, what is planned. */
export function CompanyOverview({ companyId, parts }: { companyId: string; parts: OverviewParts }) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(overviewQuery(companyId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { company } = data;
  const figures = (feature: Summary['feature']) =>
    data.summaries.find((summary) => summary.feature === feature)?.figures;
  const seats = company.seats === 1 ? '1 seat' : `${company.seats} seats`;
  const facts = [company.industry, company.seats > 0 ? seats : '', company.agreement].filter(Boolean).join(' · ');
  const known = parts.known(figures);
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title={company.name}
        badge={
          company.status === 'active' ? undefined : (
            <Badge tone={STATUS[company.status].tone}>{STATUS[company.status].word}</Badge>
          )
        }
        fact={facts || undefined}
        actions={
          may('companies:write') ? (
            <>
              <ArchiveCompany company={company} />
              {company.status === 'archived' ? null : (
                <Button icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
                  Edit
                </Button>
              )}
            </>
          ) : undefined
        }
      />
      {known.length > 0 ? <StatStrip label="Known today" stats={known} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="flex min-w-0 flex-col gap-4">{parts.main(figures, company)}</div>
        <div className="flex min-w-0 flex-col gap-4">
          <PeopleCard companyId={companyId} count={data.contacts} />
          {parts.side(figures)}
        </div>
      </div>
      <Suspense>
        {editing ? (
          <CompanyForm company={company} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
        ) : null}
      </Suspense>
    </div>
  );
}

function PeopleCard({ companyId, count }: { companyId: string; count: number }) {
  const { data } = useQuery(contactsQuery(companyId));
  const href = `/c/${companyId}/people`;
  const contacts = data?.items ?? [];
  return (
    <Card>
      <CardHead
        title="People"
        action={
          <CardLink href={href}>{count === 0 ? 'Add' : count === 1 ? '1 contact' : `${count} contacts`}</CardLink>
        }
      />
      <CardBody className="flex flex-col gap-2.5">
        {contacts.slice(0, SHOWN).map(({ contactId, name, title, roles }) => (
          <Person
            key={contactId}
            name={name}
            detail={[title, ...roles.map((role) => inSentence(CONTACT_ROLES[role]))].filter(Boolean).join(', ')}
          />
        ))}
        {data && contacts.length === 0 ? (
          <p className="text-ink-3">Nobody yet. Add who decides and who approves.</p>
        ) : null}
      </CardBody>
    </Card>
  );
}
