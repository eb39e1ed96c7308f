import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Profile, ProfileChange } from '../../../shared/identity/profile.ts';
import { client } from '../../lib/api.ts';
import { sessionQuery, useSession } from '../../lib/session.ts';
import { chooseTheme } from '../../lib/theme.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, FormField, useSchemaForm } from '../../ui/form.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { SaveBar } from '../../ui/save-bar.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { useConflict } from './conflict.tsx';
import { profileQuery } from './queries.ts';
import { localeOptions, zoneOptions } from './region-options.ts';
import { THEME } from './text.ts';
import { useCall } from './use-call.ts';

const Fields = ProfileChange.omit({ v: true }).required();
const valuesOf = ({ name, locale, timeZone, theme, singleKeys }: Profile) => ({
  name,
  locale,
  timeZone,
  theme,
  singleKeys,
});
const themeOptions = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: THEME[value] }));

/** Name, language, time zone, theme, and for staff, whose pages have them, the single keys. */
export default function ProfileTab() {
  const { data, error, refetch } = useQuery(profileQuery());
  if (data) return <ProfileForm profile={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <CardSkeleton label="Loading your profile" rows={6} />;
}

function ProfileForm({ profile }: { profile: Profile }) {
  const call = useCall();
  const queryClient = useQueryClient();
  const { actor } = useSession();
  const [base, setBase] = useState(profile);
  const form = useSchemaForm(Fields, valuesOf(base));
  const rebase = (stored: Profile) => {
    setBase(stored);
    form.reset(valuesOf(stored));
    queryClient.setQueryData(profileQuery().queryKey, stored);
  };
  const conflict = useConflict(async () => rebase(await queryClient.fetchQuery({ ...profileQuery(), staleTime: 0 })));
  return (
    <Form
      form={form}
      onSubmit={(values) =>
        conflict.guard(async () => {
          const saved = await call(() => client.identity.editProfile({ ...values, v: base.v }));
          rebase(saved);
          chooseTheme(saved.theme);
          queryClient.setQueryData(
            sessionQuery().queryKey,
            (session) => session && { ...session, person: { ...session.person, ...valuesOf(saved) } },
          );
          toast({ title: 'Saved' });
        })
      }
    >
      {conflict.callout}
      <FormField form={form} name="name" label="Name">
        {(control) => <TextInput {...control} autoComplete="name" />}
      </FormField>
      <FormField
        form={form}
        name="locale"
        label="Language and region"
        help="How dates and numbers are written for you."
      >
        {(control) => <NativeSelect {...control} options={localeOptions(base.locale)} />}
      </FormField>
      <FormField form={form} name="timeZone" label="Time zone">
        {(control) => <NativeSelect {...control} options={zoneOptions(base.timeZone)} />}
      </FormField>
      <FormField form={form} name="theme" label="Theme">
        {(control) => <NativeSelect {...control} options={themeOptions} />}
      </FormField>
      {actor.kind === 'staff' ? (
        <FormField form={form} name="singleKeys" label="Keyboard" group>
          {({ value, onChange, ref: _ref, ...control }) => (
            <Checkbox
              {...control}
              checked={value}
              onChange={onChange}
              label="Single keys move lists and open pages"
              detail="Off, letters and signs alone do nothing; shortcuts with Ctrl or Command stay. Press ? to see them all."
            />
          )}
        </FormField>
      ) : null}
      <SaveBar />
    </Form>
  );
}
