/** Stands in for the SDK's event streams, which no operation that the product calls answers with. */
export class EventStreamSerde {
  constructor() {
    throw new Error('Bundles hold no event streams: see scripts/bundle/trim.ts.');
  }
}
