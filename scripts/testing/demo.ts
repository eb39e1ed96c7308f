import type { Cloud } from '../local/cloud.ts';
import { seedDemo } from '../seed/seed.ts';
import { startVendors, type Vendors } from '../vendors/vendors.ts';

/** The demo MSP in a test run's cloud: seeded as `npm start` does, when the first test asks for it. */
export class Demo {
  readonly #cloud: Cloud;
  #seeding: Promise<Vendors> | undefined;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Resolves when the demo MSP is there. */
  async seeded(): Promise<void> {
    this.#seeding ??= this.#seed();
    await this.#seeding;
  }

  /** Ends the simulated vendors that the demo was synced from. */
  async close(): Promise<void> {
    const vendors = await this.#seeding?.catch(() => undefined);
    await vendors?.close();
  }

  async #seed(): Promise<Vendors> {
    const vendors = await startVendors(new Date(), 0);
    await seedDemo({ cloud: this.#cloud, vendors, say: () => undefined });
    return vendors;
  }
}
