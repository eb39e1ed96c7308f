import { StandardOpenAPICodec, StandardOpenAPIMatcher } from '@orpc/openapi/standard';
import {
  StandardBracketNotationSerializer,
  StandardOpenAPIJsonSerializer,
  StandardOpenAPISerializer,
} from '@orpc/openapi-client/standard';
import type { Context, Router } from '@orpc/server';
import { StandardHandler, type StandardHandlerOptions } from '@orpc/server/standard';

/** Reads what a query or a JSON body holds. Also asking for forms would open all of undici, a third of a function's first call. */
class QueryOrJson extends StandardOpenAPISerializer {
  readonly #query: StandardBracketNotationSerializer;

  constructor() {
    const query = new StandardBracketNotationSerializer();
    super(new StandardOpenAPIJsonSerializer(), query);
    this.#query = query;
  }

  override deserialize(data: unknown): unknown {
    return data instanceof URLSearchParams ? this.#query.deserialize([...data.entries()]) : data;
  }
}

/** oRPC's handler of a router for requests in JSON, without the Request and Response of `fetch` around them. */
export class JsonHandler<T extends Context> extends StandardHandler<T> {
  // biome-ignore lint/suspicious/noExplicitAny: oRPC's own constraint on a router of any contract
  constructor(router: Router<any, T>, options: StandardHandlerOptions<T>) {
    super(router, new StandardOpenAPIMatcher(), new StandardOpenAPICodec(new QueryOrJson()), options);
  }
}

/** A request as oRPC's handlers take it. */
export type JsonRequest = Parameters<StandardHandler<Context>['handle']>[0];
