import type { APIGatewayProxyEventV2 } from 'aws-lambda';

let calls = 0;

/** Fails in the way its path names. Answers how often this very worker was called, and what it sees of its process. */
export async function handler(event: APIGatewayProxyEventV2) {
  calls++;
  console.log(JSON.stringify({ level: 'INFO', message: 'called', path: event.rawPath }));
  const how = event.pathParameters?.how;
  if (how === 'exit') process.exit(3);
  if (how === 'throw') throw new RangeError('out of range');
  if (how === 'reject') {
    void Promise.reject(new Error('nobody listens'));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (how === 'spin') for (;;) calls += 0;
  if (how === 'large') return { statusCode: 200, body: 'x'.repeat(7 * 1024 * 1024) };
  return { calls, environment: Object.keys(process.env).sort() };
}
