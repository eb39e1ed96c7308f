import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { GROUPS, groupsOf, kindsIn, type Reader, switched } from '../../../shared/notifications/kinds.ts';
import type { Digest, Preferences } from '../../../shared/notifications/preferences.ts';
import { client } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState, errorWords } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast.tsx';
import { preferencesQuery } from './queries.ts';

/** How often, in words; the clock is that of the MSP, or of the client whose person it is. */
const DIGEST_WORDS: readonly { value: Digest; label: string; detail: string }[] = [
  { value: 'off', label: 'No mail', detail: 'You read it here.' },
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

/** Shows what was chosen before it is stored, and what is stored again when that was refused. */
function useSave() {
  const queryClient = useQueryClient();
  const { queryKey } = preferencesQuery();
  return useMutation({
    // One after the other: the second choice is made from the version that the first one left.
    scope: { id: 'notification-preferences' },
    // Without a network it would wait in silence.
    networkMode: 'always',
    mutationFn: async (set: Partial<Preferences>) => {
      const { v, muted, digest } = { ...(await queryClient.ensureQueryData(preferencesQuery())), ...set };
      return client.notifications.setPreferences({ v, muted, digest });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved);
      toast({ title: 'Saved' });
    },
    onError: (error) => {
      const { title, detail } = errorWords(error);
      toast({ title, ...(detail ? { detail } : {}), tone: 'bad' });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
}

function Choices({ preferences, reader }: { preferences: Preferences; reader: Reader }) {
  const save = useSave();
  const { muted, digest } = { ...preferences, ...(save.isPending ? save.variables : {}) };
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
                onChange={(isOn) => save.mutate({ muted: switched(muted, group, isOn) })}
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
            onChange={(value) => save.mutate({ digest: value })}
          />
        </CardBody>
      </Card>
    </div>
  );
}
