import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** Read units, write units and round trips to the table of one call, as DynamoDB itself reports them. */
export class Units {
  read = 0;
  write = 0;
  calls = 0;
  /** Round trips that waited for one another. */
  depth = 0;
  #active = 0;

  /** Counts one call to the table; calls that run side by side add one to the depth together. */
  async count<T extends { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] }>(
    kind: 'read' | 'write',
    call: () => Promise<T>,
  ): Promise<T> {
    if (this.#active === 0) this.depth += 1;
    this.#active += 1;
    this.calls += 1;
    try {
      const output = await call();
      for (const consumed of [output.ConsumedCapacity ?? []].flat()) {
        if (kind === 'read') this.read += consumed.CapacityUnits ?? 0;
        else this.write += consumed.CapacityUnits ?? 0;
      }
      return output;
    } finally {
      this.#active -= 1;
    }
  }
}
