import type { FunctionTime } from '../function-time.ts';
import { Closing, FunctionFailure } from '../functions/failure.ts';
import { PAYLOAD_LIMIT } from '../functions/function-worker.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Permissions } from '../functions/permissions.ts';
import { type HttpReply, type HttpRequest, jsonReply } from '../gateway/http.ts';
import { eventOf, replyOf } from './event.ts';
import type { MatchedRoute, RouteTable } from './routes.ts';

export interface HttpApiParts {
  routes: RouteTable;
  permissions: Permissions;
  functionByArn(arn: string): LambdaFunction | undefined;
  invoke(fn: LambdaFunction, event: unknown): Promise<unknown>;
  time: FunctionTime;
  complain(line: object): void;
}

/** Answers a request for an API route through its function, with API Gateway's own words when the function fails. */
export async function answerApi(parts: HttpApiParts, request: HttpRequest, route: MatchedRoute): Promise<HttpReply> {
  const fn = parts.functionByArn(route.functionArn);
  const source = `arn:aws:execute-api:us-east-1:000000000000:${route.apiId}/$default/${request.method}${request.path}`;
  if (!fn || !parts.permissions.allow(route.functionArn, 'apigateway.amazonaws.com', source)) {
    parts.complain({
      level: 'ERROR',
      message: `${route.routeKey}: API Gateway has no permission to invoke ${route.functionArn}.`,
    });
    return jsonReply(500, { message: 'Internal Server Error' });
  }
  if (request.body.length > PAYLOAD_LIMIT) return jsonReply(413, { message: 'Request Too Long' });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<HttpReply>((resolve) => {
    timer = setTimeout(() => resolve(jsonReply(503, { message: 'Service Unavailable' })), route.timeoutMs);
  });
  const answered = parts.invoke(fn, eventOf(request, route, parts.time.now())).then(replyOf, (error: unknown) => {
    if (error instanceof Closing) return jsonReply(503, { message: 'Service Unavailable' });
    if (!(error instanceof FunctionFailure)) throw error;
    return error.timedOut
      ? jsonReply(503, { message: 'Service Unavailable' })
      : jsonReply(500, { message: 'Internal Server Error' });
  });
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
