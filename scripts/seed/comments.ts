import { type Clients, clientOf } from './clients.ts';
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
export async function seedComments({ of }: Staff, clients: Clients): Promise<void> {
  for (const { client, about, words } of SAID) {
    const { companyId } = clientOf(clients, client).company;
    const { items } = await personOf(of, 'tom').api.planner.roadmap({ companyId });
    const item = items.find(({ title }) => title.startsWith(about));
    if (!item) throw new Error(`${client} has no planner item "${about} ...".`);
    for (const { by, text, names } of words) {
      await personOf(of, by).api.comments.add({
        companyId,
        recordType: 'planner-item',
        recordId: item.plannerItemId,
        text,
        mentions: names ? [personOf(of, names).userId] : [],
      });
    }
  }
}

function personOf(of: Staff['of'], who: Voice): NonNullable<Staff['of'][string]> {
  const person = of[who];
  if (!person) throw new Error(`The demo has nobody called ${who}.`);
  return person;
}
