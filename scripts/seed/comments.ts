import type { Clients } from './clients.ts';
import { itemOf, memberOf } from './item-of.ts';
import type { Staff } from './staff.ts';

type Voice = 'priya' | 'tom' | 'kenji';

/** What the team said to each other, by client and the beginning of a planner item's title, oldest first. */
const SAID: readonly { client: string; about: string; words: readonly { by: Voice; text: string; names?: Voice }[] }[] =
  [
    {
      client: 'crd',
      about: 'Imaging server',
      words: [
        { by: 'kenji', text: 'The vendor supports the new release from January on. Both servers take a weekend each.' },
        {
          by: 'tom',
          text: '@Priya Raman, Dr. Marsh asked whether this can wait for the lease. I said we would bring the risk in writing.',
          names: 'priya',
        },
        { by: 'priya', text: 'It is in the agenda, with what happens if it waits. Let us not go below the estimate.' },
      ],
    },
    {
      client: 'crd',
      about: 'Firewalls',
      words: [
        {
          by: 'tom',
          text: '@Kenji Mori, can you check the serial numbers in Hillsboro before we order?',
          names: 'kenji',
        },
      ],
    },
  ];

/** Comments on planner items; those who are named find a notification. */
export async function seedComments(staff: Staff, clients: Clients): Promise<void> {
  for (const { client, about, words } of SAID) {
    const record = await itemOf(staff, clients, client, about);
    for (const { by, text, names } of words) {
      const mentions = names ? [memberOf(staff, names).userId] : [];
      await memberOf(staff, by).api.comments.add({ ...record, text, mentions });
    }
  }
}
