import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import { seedAttachments } from './attachments.ts';
import { seedCedarRidge } from './cedar-ridge.ts';
import { seedStory } from './client-story.ts';
import { seedClients } from './clients.ts';
import { seedComments } from './comments.ts';
import { seedGoals } from './goals.ts';
import { seedHarborFinch } from './harbor-finch.ts';
import { seedMeetings } from './meetings.ts';
import { seedMicrosoft } from './microsoft.ts';
import { seedNinjaOne } from './ninjaone.ts';
import { seedProducts } from './products.ts';
import { seedReports } from './reports.ts';
import { mail, PASSWORD, SLUG, seedStaff } from './staff.ts';
import { brightwater } from './stories/brightwater.ts';
import { lumenLoop } from './stories/lumen-loop.ts';
import { oakline } from './stories/oakline.ts';
import { summitPeak } from './stories/summit-peak.ts';
import { tallgrass } from './stories/tallgrass.ts';
import { calendar } from './story.ts';
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

/**
 * The demo MSP, Northlight IT Partners: every record comes through the product's own API by the person who would make it, and
 * everything of Microsoft 365 and NinjaOne through the real syncs of the simulated vendors. Dates are told from today.
 */
export async function seedDemo({ cloud, vendors, say, now = new Date() }: Seeding): Promise<Record<string, Company>> {
  const started = Date.now();
  const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    say(`Demo: ${title} ...`);
    return work();
  };
  const staff = await step('Northlight IT Partners and its team', () => seedStaff(cloud));
  const products = await step('catalogue of products', () => seedProducts(staff));
  const clients = await step('seven clients', () => seedClients(staff));
  await step('Microsoft 365, first sync', () => seedMicrosoft(cloud, vendors, staff, clients));
  await step('NinjaOne, first sync', () => seedNinjaOne(cloud, vendors, staff, clients));
  const { crd, hfl } = clients;
  if (!crd || !hfl) throw new Error('The demo lacks Cedar Ridge or Harbor & Finch.');
  await step('Cedar Ridge: roadmap, budget, answers', () =>
    seedCedarRidge(cloud, staff, crd, calendar(now, crd.fiscalYearStart)),
  );
  await step('Harbor & Finch: roadmap, approved budget', () =>
    seedHarborFinch(cloud, staff, hfl, calendar(now, hfl.fiscalYearStart), products.laptop),
  );
  const others = { tgm: tallgrass, bct: brightwater, spb: summitPeak, lls: lumenLoop, oak: oakline };
  await step('the other clients: roadmaps, budgets, answers', () =>
    Promise.all(
      Object.entries(others).map(async ([key, story]) => {
        const company = clients[key];
        if (!company) throw new Error(`The demo lacks the client ${key}.`);
        await seedStory(cloud, staff, company, story, calendar(now, company.fiscalYearStart));
      }),
    ),
  );
  // Items follow the answers to their budgets first: goals are set upon what stands then.
  await cloud.idle();
  await step('goals of all clients', () => seedGoals(staff, clients, calendar(now).today));
  await step('meetings: held, promised, ahead', () => seedMeetings(cloud, staff, clients, calendar(now).today));
  await step('reports and their schedules', () => seedReports(cloud, staff, clients, calendar(now).today));
  await step('views of lists, comments, files', () =>
    Promise.all([seedViews(staff), seedComments(staff, clients), seedAttachments(staff, clients)]),
  );
  say(`Demo: ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return clients;
}
