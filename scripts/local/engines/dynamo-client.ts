import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface EngineReply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * The raw wire to the DynamoDB engine. The engine accepts any signature but wants a date beside it, and the gateway has
 * judged the call before it comes here, so every request carries the same placeholder.
 */
export class DynamoClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #endpoint: URL;

  constructor(endpoint: string) {
    this.#endpoint = new URL(endpoint);
  }

  /** Sends one operation with a JSON body as it stands. Rejects only when the engine cannot be reached. */
  send(operation: string, body: Buffer | string): Promise<EngineReply> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.#endpoint.hostname,
          port: this.#endpoint.port,
          path: '/',
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'content-length': Buffer.byteLength(body),
            'x-amz-target': `DynamoDB_20120810.${operation}`,
            'x-amz-date': '20260101T000000Z',
            authorization:
              'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** Sends one operation and returns its parsed answer. @throws with the engine's own words when it refuses. */
  async call<T>(operation: string, input: object): Promise<T> {
    const reply = await this.send(operation, JSON.stringify(input));
    const output = JSON.parse(reply.body.toString()) as T & { __type?: string; message?: string; Message?: string };
    if (reply.status !== 200)
      throw Object.assign(new Error(`${operation}: ${output.message ?? output.Message ?? reply.status}`), {
        name: output.__type?.split('#').at(-1) ?? 'InternalServerError',
      });
    return output;
  }

  close(): void {
    this.#agent.destroy();
  }
}
