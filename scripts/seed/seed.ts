import type { CalendarDate } from '../../shared/kernel/date.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import { seedAttachments } from './attachments.ts';
import { growDesktops, seedCedarRidge } from './cedar-ridge.ts';
import { seedStory } from './client-story.ts';
import { type Client, clientOf, seedClients } from './clients.ts';
import { seedComments } from './comments.ts';
import { seedGoals } from './goals.ts';
import { seedHarborFinch } from './harbor-finch.ts';
import { BEGUN_MONTHS, everybody, STEADY, seedHistory } from './history/history.ts';
import { endOf } from './history/play.ts';
import { seedMeetings } from './meetings.ts';
import { seedMicrosoft } from './microsoft.ts';
import { seedNinjaOne } from './ninjaone.ts';
import { seedProducts } from './products.ts';
import { seedReports } from './reports.ts';
import { mail, PASSWORD, SLUG, seedStaff, signIn } from './staff.ts';
import { brightwater } from './stories/brightwater.ts';
import { lumenLoop } from './stories/lumen-loop.ts';
import { oakline } from './stories/oakline.ts';
import { summitPeak } from './stories/summit-peak.ts';
import { tallgrass } from './stories/tallgrass.ts';
import { type Calendar, calendar, PATIENCE_MS } from './story.ts';
import { seedViews } from './views.ts';

/** Who may sign in to the demo, for the lines that every start prints. */
export const DEMO_SIGN_IN = {
  slug: SLUG,
  password: PASSWORD,
  people: [
    { who: 'owner', email: mail('dana') },
    { who: 'account manager of Cedar Ridge', email: mail('tom') },
    { who: 'vCIO lead', email: mail('priya') },
    { who: 'technician', email: mail('kenji') },
    { who: 'client: approves for Cedar Ridge', email: 'karen.doyle@cedarridgedental.example' },
    { who: 'client: administrator of Harbor & Finch', email: 'eleanor.finch@harborfinch.example' },
  ],
} as const;

interface Seeding {
  cloud: Cloud;
  vendors: Vendors;
  say: (line: string) => void;
  now?: Date;
}

type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

/** The MSP from its beginning until today; meanwhile functions live then. */
async function earlierYears(cloud: Cloud, today: CalendarDate, step: Step) {
  cloud.time.setBack(endOf(today, BEGUN_MONTHS));
  try {
    const staff = await step('Northlight IT Partners and its team', () => seedStaff(cloud));
    const [products, steady] = await step('catalogue of products, six clients', () =>
      Promise.all([seedProducts(staff), seedClients(cloud, staff, STEADY)]),
    );
    const told = await step('two years with them', () => seedHistory(cloud, staff, steady, today));
    return { staff, products, ...told };
  } finally {
    cloud.time.catchUp();
  }
}

/**
 * The demo MSP, Northlight IT Partners: every record comes through the product's own API by the person who would make it, and
 * everything of Microsoft 365 and NinjaOne through the real syncs of the simulated vendors. Dates are told from today. What
 * happened in earlier years is done by the same people through the same services, at its time: see `history/`.
 */
export async function seedDemo({ cloud, vendors, say, now = new Date() }: Seeding): Promise<void> {
  const started = Date.now();
  const step: Step = async (title, work) => {
    say(`Demo: ${title} ...`);
    return work();
  };
  // What is done upon a step stands on what has followed from it: items follow the answers to their budgets.
  const together = <T>(title: string, work: () => Promise<T>): Promise<T> =>
    step(title, async () => {
      const done = await cloud.together(work);
      await cloud.idle(PATIENCE_MS);
      return done;
    });
  const { today } = calendar(now);
  const { staff, products, clients, lastHeld } = await earlierYears(cloud, today, step);
  // A session lives a day: whoever signed in to Fairlead in those years does so anew.
  await signIn(everybody(staff, clients));
  await step('Microsoft 365 and NinjaOne, first sync', () =>
    Promise.all([seedMicrosoft(cloud, vendors, staff, clients), seedNinjaOne(cloud, vendors, staff, clients)]),
  );
  const told = <T>(key: string, tell: (client: Client, dates: Calendar) => Promise<T>) => {
    const client = clientOf(clients, key);
    return tell(client, calendar(now, client.company.fiscalYearStart));
  };
  const others = { tgm: tallgrass, bct: brightwater, spb: summitPeak, lls: lumenLoop, oak: oakline };
  const [desktops] = await together('roadmaps, budgets, answers', () =>
    Promise.all([
      told('crd', seedCedarRidge),
      told('hfl', (client, dates) => seedHarborFinch(client, dates, products.laptop)),
      ...Object.entries(others).map(([key, story]) => told(key, (client, dates) => seedStory(client, story, dates))),
    ]),
  );
  await together('goals of all clients, comments, files, views of lists', () =>
    Promise.all([
      growDesktops(clientOf(clients, 'crd'), desktops).then(() => seedGoals(clients, today)),
      seedComments(staff, clients),
      seedAttachments(staff, clients),
      seedViews(staff),
    ]),
  );
  await together('meetings ahead', () => seedMeetings(clients, lastHeld, today));
  await step('reports and their schedules', () => seedReports(cloud, clients, today));
  say(`Demo: ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
