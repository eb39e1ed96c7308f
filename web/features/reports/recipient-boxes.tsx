import { useQuery } from '@tanstack/react-query';
import { type Recipient, reaching } from '../../../shared/reports/recipient.ts';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Link } from '../../ui/link.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { reachableQuery } from './queries.ts';
import { lostWords } from './text.ts';

/**
 * Of the people chosen, those whom a mail still reaches: what a dialog sends on. All of them while the client's people are
 * being looked up.
 */
export function useReaching(companyId: string): (chosen: readonly Recipient[]) => Recipient[] {
  const { data } = useQuery(reachableQuery(companyId));
  return (chosen) => (data ? reaching(data.items, chosen).reached.map(({ type, id }) => ({ type, id })) : [...chosen]);
}

/** Whom the mail goes to: people of the portal and contacts with an address. */
export function RecipientBoxes({
  companyId,
  peopleHref,
  stored,
  value,
  onChange,
}: {
  companyId: string;
  /** The client's people, for when somebody is missing. */
  peopleHref: string;
  /** Who was chosen before: it is said how many of them cannot be reached any more. */
  stored: readonly Recipient[];
  value: readonly Recipient[];
  onChange: (next: Recipient[]) => void;
}) {
  const { data, error, refetch } = useQuery(reachableQuery(companyId));
  const chosen = useReaching(companyId)(value);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="text-ink-3">Looking up the client's people</p>;
  const { lost } = reaching(data.items, stored);
  return (
    <div className="flex flex-col gap-2">
      {lost > 0 ? <Callout>{lostWords(lost)}.</Callout> : null}
      {data.items.length === 0 ? (
        <p className="text-ink-2">
          Nobody at this client has an email address yet.{' '}
          <Link href={peopleHref} className="text-accent hover:underline">
            Add people
          </Link>
        </p>
      ) : null}
      {data.items.map(({ type, id, name, email, title, signsIn }) => (
        <Checkbox
          key={id}
          label={name}
          detail={[title, email, signsIn ? '' : 'cannot sign in to the portal yet'].filter(Boolean).join(' · ')}
          checked={chosen.some((one) => one.id === id)}
          onChange={(on) => onChange(on ? [...chosen, { type, id }] : chosen.filter((one) => one.id !== id))}
        />
      ))}
    </div>
  );
}
