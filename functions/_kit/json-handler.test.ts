import { execFileSync } from 'node:child_process';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonHandler, type JsonRequest } from './json-handler.ts';

const contract = {
  list: oc
    .route({ method: 'GET', path: '/parts/{id}' })
    .input(z.object({ id: z.string(), kinds: z.array(z.string()).optional() })),
  add: oc.route({ method: 'POST', path: '/parts/{id}' }).input(z.object({ id: z.string(), title: z.string() })),
  drop: oc.route({ method: 'DELETE', path: '/parts/{id}' }).input(z.object({ id: z.string() })),
};
const { list, add, drop } = implement(contract);
const handler = new JsonHandler(
  {
    list: list.handler(({ input }) => input),
    add: add.handler(({ input }) => input),
    drop: drop.handler(() => undefined),
  },
  {},
);

const ask = (method: string, path: string, body: JsonRequest['body'] = async () => undefined) =>
  handler.handle(
    { method, url: new URL(path, 'https://fairlead.example'), headers: {}, body, signal: undefined },
    { prefix: '/api', context: {} },
  );

/** A first call in a process of its own; tells which of Node's own modules it opened. */
const FIRST_CALL = `
  import { oc } from '@orpc/contract';
  import { implement } from '@orpc/server';
  import { JsonHandler } from '${new URL('./json-handler.ts', import.meta.url).href}';
  const add = implement({ add: oc.route({ method: 'POST', path: '/parts' }) }).add.handler(({ input }) => input);
  const handler = new JsonHandler({ add }, {});
  const opened = new Set(process.moduleLoadList);
  await handler.handle(
    { method: 'POST', url: new URL('https://fairlead.example/parts'), headers: {}, body: async () => ({ title: 'Bolt' }) },
    { context: {} },
  );
  process.stdout.write(process.moduleLoadList.filter((one) => !opened.has(one)).join());
`;

describe('the handler of requests in JSON', () => {
  it('reads a path and a query', async () => {
    const { response } = await ask('GET', '/api/parts/7?kinds[]=bolt&kinds[]=nut');
    expect(response).toMatchObject({ status: 200, body: { id: '7', kinds: ['bolt', 'nut'] } });
  });

  it('reads a path and a body', async () => {
    const { response } = await ask('POST', '/api/parts/7', async () => ({ title: 'Bolt' }));
    expect(response).toMatchObject({ status: 200, body: { id: '7', title: 'Bolt' } });
  });

  it('answers nothing with nothing', async () => {
    expect((await ask('DELETE', '/api/parts/7')).response?.body).toBeUndefined();
  });

  it('refuses a body that cannot be read, and input that does not fit', async () => {
    const unreadable = () => Promise.reject(new SyntaxError('no JSON'));
    expect((await ask('POST', '/api/parts/7', unreadable)).response?.status).toBe(400);
    expect((await ask('POST', '/api/parts/7', async () => ({ title: 5 }))).response?.status).toBe(400);
  });

  it.each(['/api/nothing', '/parts/7'])('has nothing at %s', async (path) => {
    expect((await ask('GET', path)).matched).toBe(false);
  });

  it("does not open Node's fetch, which would take a third of a function's first call", () => {
    const opened = execFileSync(process.execPath, ['--input-type=module', '--eval', FIRST_CALL], { encoding: 'utf8' });
    expect(opened).not.toMatch(/undici/);
  });
});
