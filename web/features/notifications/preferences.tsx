import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { GROUPS, groupsOf, kindsIn, type Reader, switched } from '../../../shared/notifications/kinds.ts';
import type { Digest, Preferences } from '../../../shared/notifications/preferences.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { preferencesQuery } from './queries.ts';

/** How often, in words; the clock is that of the MSP, or of the client whose person it is. */
const DIGEST_WORDS: readonly { value: Digest; label: string; detail?: string }[] = [
  { value: 'off', label: 'No mail' },
  { value: 'daily', label: 'Every weekday', detail: 'At seven in the morning, when there is something new.' },
  { value: 'weekly', label: 'Every Monday', detail: 'At seven in the morning, when there is something new.' },
];

/** What a person wants to hear of, and whether what they did not read is mailed. Each choice is saved at once. */
export default function NotificationPreferences() {
  const { actor } = useSession();
  const { data, error, refetch } = useQuery(preferencesQuery());
  if (data) return <Choices preferences={data} reader={actor.kind} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <CardSkeleton label="Loading what you want to be told" rows={6} />;
}

/**
 * Shows a choice at once and stores it, one after the other: each is made from the version that the last one left. By hand,
 * because the hook for mutations would be half a kilobyte of the portal's first load.
 */
function useSave(): (set: Partial<Preferences>) => void {
  const queryClient = useQueryClient();
  const latest = useRef(Promise.resolve());
  const { queryKey } = preferencesQuery();
  const show = (set: Partial<Preferences>) =>
    queryClient.setQueryData(queryKey, (shown) => shown && { ...shown, ...set });
  const store = async (set: Partial<Preferences>) => {
    try {
      const { v, muted, digest } = { ...(await queryClient.ensureQueryData(preferencesQuery())), ...set };
      const saved = await client.notifications.setPreferences({ v, muted, digest });
      show({ ...set, v: saved.v });
      toast({ title: 'Saved' });
    } catch (error) {
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    }
  };
  return (set) => {
    show(set);
    latest.current = latest.current.then(() => store(set));
  };
}

function Choices({ preferences, reader }: { preferences: Preferences; reader: Reader }) {
  const save = useSave();
  const { muted, digest } = preferences;
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <CardHead ruled title="What you are told" fact="Saved as you switch" />
        <ul className="divide-y divide-line">
          {groupsOf(reader).map((group) => (
            <li key={group} className="px-3.5 py-2 touch:px-4">
              <Switch
                label={GROUPS[group].label}
                detail={GROUPS[group].detail}
                checked={!kindsIn(group).every((kind) => muted.includes(kind))}
                onChange={(isOn) => save({ muted: switched(muted, group, isOn) })}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <CardHead title="Mail what you did not read" />
        <CardBody>
          <RadioCards
            label="Mail what you did not read"
            options={DIGEST_WORDS}
            value={digest}
            onChange={(value) => save({ digest: value })}
          />
        </CardBody>
      </Card>
    </div>
  );
}
