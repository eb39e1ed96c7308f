import { describe, expect, test } from 'vitest';
import { authorizedCall, type Caller } from './authorized-call.ts';

const ADDRESS = 'https://vendor.example/list';

function caller(
  answers: Response[],
  own: Partial<Caller> = {},
): Caller & { sent: Record<string, string>[]; given: number } {
  const sent: Record<string, string>[] = [];
  const state = { given: 0 };
  return {
    vendor: 'The vendor',
    sent,
    get given() {
      return state.given;
    },
    fetch: async (_url, { headers }) => {
      sent.push(headers ?? {});
      return answers.shift() ?? new Response('{}');
    },
    tokens: {
      get: async () => {
        state.given += 1;
        return `token ${state.given}`;
      },
      drop: () => undefined,
    },
    ...own,
  };
}

describe('a call with a token', () => {
  test('is asked for once more when the token is refused, and no oftener', async () => {
    const refused = () => new Response('{}', { status: 401 });
    const once = caller([refused(), new Response('[]')]);
    expect(await (await authorizedCall(once, ADDRESS)).text()).toBe('[]');
    expect(once.sent.map(({ authorization }) => authorization)).toEqual(['Bearer token 1', 'Bearer token 2']);
    const twice = caller([refused(), refused(), refused()]);
    expect((await authorizedCall(twice, ADDRESS)).status).toBe(401);
    expect(twice.sent).toHaveLength(2);
  });

  test('never follows a redirect, which would carry the token elsewhere', async () => {
    const moved = new Response(null, { status: 302, headers: { location: 'https://evil.example/' } });
    await expect(authorizedCall(caller([moved]), ADDRESS)).rejects.toMatchObject({
      code: 'unexpected',
      said: 'redirect 302',
    });
  });

  test('reads an answer up to a limit and no further', async () => {
    const answer = () => new Response('x'.repeat(2048));
    expect(await (await authorizedCall(caller([answer()], { mostBytes: 2048 }), ADDRESS)).text()).toHaveLength(2048);
    await expect(authorizedCall(caller([answer()], { mostBytes: 2047 }), ADDRESS)).rejects.toMatchObject({
      code: 'unexpected',
      said: 'an answer of more than 1 kB',
    });
  });

  test('may be answered with nothing', async () => {
    const empty = new Response(null, { status: 204 });
    expect((await authorizedCall(caller([empty]), ADDRESS)).status).toBe(204);
  });
});
