import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import type { Tone } from '../../ui/status-icon.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Choice, CompanyChoice, type CompanyChoices } from './company-choice.tsx';
import { choiceOf, type Draft, type Match, matchOf } from './tenant-draft.ts';
import { capital } from './text.ts';

const MATCHES: Record<Match, { word: string; tone: Tone }> = {
  mapped: { word: 'Connected', tone: 'ok' },
  leaving: { word: 'Removing', tone: 'busy' },
  trouble: { word: 'Trouble', tone: 'bad' },
  refused: { word: 'No access', tone: 'warn' },
  sure: { word: 'Sure', tone: 'ok' },
  check: { word: 'Check', tone: 'warn' },
  chosen: { word: 'Chosen', tone: 'info' },
  out: { word: 'Left out', tone: 'idle' },
};

function Why({ row, match }: { row: Organisation; match: Match }) {
  if (row.trouble) return <span className="block whitespace-normal text-meta">{row.trouble.cause}</span>;
  if (match === 'leaving') return 'What it brought is being removed';
  if (match === 'mapped') return 'Feeds this client';
  if (row.state === 'unchecked') return 'Not asked yet';
  if (match === 'chosen') return 'Your choice';
  const [first, second] = row.guess?.reasons ?? [];
  if (!first || !row.guess) return 'Nothing matches';
  return (
    <span className="block whitespace-normal text-meta">
      {first}
      <span className="block text-ink-3">{second ?? (row.guess.sure ? '' : 'No domain matches')}</span>
    </span>
  );
}

/** What tells an organisation from another of its name: its first domain, else the vendor's id. */
function apartFrom({ name, domains, externalId }: Organisation): string | undefined {
  const [domain] = domains;
  if (domain && domain !== name) return domain;
  if (externalId === name) return undefined;
  return /^\d+$/.test(externalId) ? `ID ${externalId}` : externalId;
}

/** Columns of the mapping table. */
export function tenantColumns({
  organisation,
  draft,
  choose,
  companies,
  companyHref,
  manages,
}: {
  /** What the vendor calls its customers. */
  organisation: string;
  draft: Draft;
  choose: (organisationId: string, choice: Choice) => void;
  companies: CompanyChoices;
  companyHref: (companyId: string) => string;
  manages: boolean;
}): Column<Organisation>[] {
  return [
    {
      id: 'tenant',
      header: capital(organisation),
      width: 'minmax(11rem,2fr)',
      cell: (row) => <CellLines first={row.name} second={apartFrom(row)} />,
    },
    {
      id: 'company',
      header: 'Client',
      width: 'minmax(13rem,2fr)',
      phone: 'status',
      cell: (row) => {
        const choice = choiceOf(row, draft);
        if (row.companyId) return <TextLink href={companyHref(row.companyId)}>{row.companyName}</TextLink>;
        if (!manages) return choice?.name ?? 'None';
        return (
          <CompanyChoice
            tenant={row.name}
            value={choice}
            onChange={(next) => choose(row.organisationId, next)}
            companies={companies}
          />
        );
      },
    },
    {
      id: 'why',
      header: 'Why we think so',
      width: 'minmax(11rem,2fr)',
      cell: (row) => <Why row={row} match={matchOf(row, draft)} />,
    },
    {
      id: 'match',
      header: 'Match',
      width: '7rem',
      phone: 'status',
      cell: (row) => {
        const { word, tone } = MATCHES[matchOf(row, draft)];
        return <Badge tone={tone}>{word}</Badge>;
      },
    },
  ];
}
