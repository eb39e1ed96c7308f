import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { toast } from '../../ui/toast.tsx';
import { profileQuery } from './queries.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** Reminds somebody who signed up that their address is still to be confirmed; nothing for everybody else. */
export function UnconfirmedAddress() {
  const queryClient = useQueryClient();
  const attempt = useAttempt();
  const { data: profile } = useQuery(profileQuery());
  if (!profile || profile.addressConfirmed) return null;

  const send = async () => {
    const sent = await attempt.run(() => client.identity.sendConfirmation(undefined));
    if (sent) return toast({ title: 'Link sent', detail: `It goes to ${profile.email} and works for 7 days.` });
    // It may have been confirmed in another window meanwhile.
    await queryClient.invalidateQueries({ queryKey: profileQuery().queryKey });
  };
  return (
    <>
      <Callout
        title="Your address is not confirmed yet"
        actions={
          <Button size="sm" busy={attempt.busy} onClick={() => void send()}>
            Send the link again
          </Button>
        }
      >
        Use the link in the mail you got when you signed up. Until then, whoever reads your mail could take off your
        second factor.
      </Callout>
      <Refusal error={attempt.error} />
    </>
  );
}
