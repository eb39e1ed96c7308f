import type { Cloud } from '../local/cloud.ts';
import { seedDemo } from '../seed/seed.ts';
import { startVendors, type Vendors } from '../vendors/vendors.ts';

/** The demo MSP in a test run's cloud: seeded as `npm start` does, when the first test asks for it. */
export class Demo {
  readonly #cloud: Cloud;
  #seeding: Promise<void> | undefined;
  #vendors: Vendors | undefined;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Resolves when the demo MSP is there. @throws with the cloud's last errors when it could not be seeded */
  async seeded(): Promise<void> {
    this.#seeding ??= this.#seed();
    await this.#seeding;
  }

  /** Ends the simulated vendors that the demo was synced from. */
  async close(): Promise<void> {
    await this.#vendors?.close();
  }

  async #seed(): Promise<void> {
    this.#vendors = await startVendors(new Date(), 0);
    try {
      await seedDemo({ cloud: this.#cloud, vendors: this.#vendors, say: () => undefined });
    } catch (error) {
      const said = this.#cloud.logs.filter(({ level }) => level === 'ERROR').slice(-3);
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The demo could not be seeded: ${why}. Last errors: ${JSON.stringify(said)}`, { cause: error });
    }
  }
}
