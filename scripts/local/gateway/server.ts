import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  BodyTooLarge,
  FILE_LIMIT,
  type HttpReply,
  type HttpRequest,
  jsonReply,
  readRequest,
  sendReply,
} from './http.ts';
import { Broken } from './struck-call.ts';

/** What an HTTP API takes (AWS, HTTP API quotas), with room for S3's own framing. */
const BODY_LIMIT = 10 * 1024 * 1024;

const limitOf = ({ method, url = '' }: IncomingMessage) =>
  method === 'PUT' && url.includes('X-Amz-Credential=') ? FILE_LIMIT : BODY_LIMIT;

/** The one port of the local cloud. It listens at once and holds requests until it is told how to answer them. */
export class GatewayServer {
  readonly #server: Server;
  readonly #complain: (line: object) => void;
  #open: (answer: (request: HttpRequest) => Promise<HttpReply>) => void = () => undefined;
  readonly #answer = new Promise<(request: HttpRequest) => Promise<HttpReply>>((resolve) => {
    this.#open = resolve;
  });

  constructor(complain: (line: object) => void) {
    this.#complain = complain;
    this.#server = createServer(
      { keepAliveTimeout: 65_000 },
      (incoming, response) => void this.#handle(incoming, response),
    );
  }

  /** @returns `http://127.0.0.1:<port>`. @throws one sentence when the port is taken. */
  async listen(port: number): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    try {
      await once(this.#server, 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new Error(
        `Port ${port} on 127.0.0.1 is taken by another program, most likely another Fairlead: stop it and start again.`,
        { cause: error },
      );
    }
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The gateway has no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  answerWith(answer: (request: HttpRequest) => Promise<HttpReply>): void {
    this.#open(answer);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await readRequest(incoming, limitOf(incoming));
      const answer = await this.#answer;
      sendReply(response, await answer(request), request.method);
    } catch (error) {
      if (error instanceof Broken) incoming.socket.destroy();
      else if (error instanceof BodyTooLarge)
        sendReply(response, jsonReply(413, { message: 'Request Too Long' }), 'POST');
      else this.#fail(incoming, response, error as Error);
    }
  }

  #fail(incoming: IncomingMessage, response: ServerResponse, error: Error): void {
    if (incoming.destroyed && response.destroyed) return;
    this.#complain({ level: 'ERROR', message: `${incoming.method} ${incoming.url}: ${error.stack ?? error.message}` });
    if (response.headersSent) response.destroy();
    else sendReply(response, jsonReply(500, { message: 'Internal Server Error' }), 'POST');
  }
}
