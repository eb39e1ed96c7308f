import type { ListingPage } from './connectors/connector.ts';

/** Pages that may wait to be written. More would not be faster, and each is held in memory. */
const AHEAD = 2;

type Answer = { page: ListingPage } | { error: unknown };

interface Listing {
  /** Fetches the page behind a link; the first one of the listing without. */
  fetch(link: string | undefined): Promise<ListingPage>;
  /** Where to begin. */
  from: string | undefined;
  /** How many pages may be asked for. */
  most: number;
  /** True once nothing more is to be asked for. */
  stopped(): boolean;
}

/**
 * The pages of a listing, asked for one after the other and ahead of whoever writes them: the vendor is never asked twice at
 * once, and never waits for our writes while there is room.
 */
export class PageFeed {
  readonly #listing: Listing;
  /** Answers not taken yet, in order. Undefined stands behind the last one. */
  readonly #asked: Promise<Answer | undefined>[] = [];
  #latest: Promise<Answer | undefined>;
  #count = 1;
  #end: (wasWhole: boolean) => void = () => undefined;
  /** Settles when the vendor is not asked any more: true at the listing's end, false when a request failed. */
  readonly asked: Promise<boolean>;

  constructor(listing: Listing) {
    this.#listing = listing;
    this.asked = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#latest = this.#fetch(listing.from);
    this.#asked.push(this.#latest);
    this.#fill();
  }

  /**
   * The next page.
   *
   * @throws what went wrong on its way, when its turn has come
   */
  async take(): Promise<ListingPage> {
    const answer = await this.#asked.shift();
    this.#fill();
    if (!answer) throw new Error('A listing was asked for more pages than it has.');
    if ('error' in answer) throw answer.error;
    return answer.page;
  }

  #fill(): void {
    while (this.#asked.length < AHEAD) {
      this.#latest = this.#latest.then((before) => this.#follow(before));
      this.#asked.push(this.#latest);
    }
  }

  #follow(before: Answer | undefined): Promise<Answer | undefined> | undefined {
    const { most, stopped } = this.#listing;
    const next = before && 'page' in before ? before.page.next : undefined;
    if (next === undefined || this.#count >= most || stopped()) return undefined;
    this.#count += 1;
    return this.#fetch(next);
  }

  async #fetch(link: string | undefined): Promise<Answer> {
    try {
      const page = await this.#listing.fetch(link);
      if (page.next === undefined || this.#count >= this.#listing.most) this.#end(true);
      return { page };
    } catch (error) {
      this.#end(false);
      return { error };
    }
  }
}
