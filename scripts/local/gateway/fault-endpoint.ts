import type { FaultEffect, FaultRule, Faults } from '../faults.ts';
import { type HttpReply, type HttpRequest, jsonReply } from './http.ts';

const EFFECTS: FaultEffect[] = [
  'throttle',
  'timeout-before',
  'timeout-after',
  'fail-after',
  'kill-worker-before',
  'kill-worker-after',
  'fail-entry',
  'delay',
  'duplicate',
  'reorder',
];

/** `POST /_local/faults` with a rule arms it, `DELETE` clears all. Pages of other origins are refused. */
export function answerFaults(faults: Faults, origin: string, { method, headers, body }: HttpRequest): HttpReply {
  if (headers.origin && headers.origin !== origin) return jsonReply(403, { message: `Only ${origin} may set faults.` });
  if (method === 'DELETE') {
    faults.clear();
    return { status: 204, headers: {}, body: '' };
  }
  if (method !== 'POST')
    return jsonReply(405, { message: 'POST a rule, or DELETE all rules.' }, { allow: 'POST, DELETE' });
  if (!headers['content-type']?.startsWith('application/json'))
    return jsonReply(415, { message: 'Send the rule as application/json.' });
  const rule = ruleIn(body);
  if (!rule) return jsonReply(400, { message: `effect must be one of ${EFFECTS.join(', ')}.` });
  faults.add(rule);
  return jsonReply(201, rule);
}

function ruleIn(body: Buffer): FaultRule | undefined {
  try {
    const rule = JSON.parse(body.toString()) as FaultRule;
    return EFFECTS.includes(rule.effect) ? rule : undefined;
  } catch {
    return undefined;
  }
}
