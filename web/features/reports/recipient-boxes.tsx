import { useQuery } from '@tanstack/react-query';
import type { Recipient } from '../../../shared/reports/recipient.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Link } from '../../ui/link.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { reachableQuery } from './queries.ts';

/** Whom the mail goes to: people of the portal and contacts with an address. */
export function RecipientBoxes({
  companyId,
  peopleHref,
  value,
  onChange,
}: {
  companyId: string;
  /** The client's people, for when somebody is missing. */
  peopleHref: string;
  value: readonly Recipient[];
  onChange: (next: Recipient[]) => void;
}) {
  const { data, error, refetch } = useQuery(reachableQuery(companyId));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="text-ink-3">Looking up the client's people</p>;
  if (data.items.length === 0)
    return (
      <p className="text-ink-2">
        Nobody at this client has an email address yet.{' '}
        <Link href={peopleHref} className="text-accent hover:underline">
          Add people
        </Link>
      </p>
    );
  return (
    <div className="flex flex-col gap-2">
      {data.items.map(({ type, id, name, email, title, signsIn }) => (
        <Checkbox
          key={id}
          label={name}
          detail={[title, email, signsIn ? '' : 'cannot sign in to the portal yet'].filter(Boolean).join(' · ')}
          checked={value.some((one) => one.id === id)}
          onChange={(on) => onChange(on ? [...value, { type, id }] : value.filter((one) => one.id !== id))}
        />
      ))}
    </div>
  );
}
