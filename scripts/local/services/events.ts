import { randomUUID } from 'node:crypto';
import type { AccessRequest } from '../aws/iam.ts';
import { type BusEvent, busNameOf, inputFor, type Rule, rulesFor } from '../events/rules.ts';
import type { Targets } from '../events/targets.ts';
import type { Faults } from '../faults.ts';
import { type AwsCall, type AwsService, awsJson, ServiceError, targetOf } from '../gateway/aws-call.ts';
import type { HttpReply } from '../gateway/http.ts';
import { ACCOUNT, arnOf, REGION } from '../place.ts';

interface Entry {
  Time?: number;
  Source?: string;
  DetailType?: string;
  Detail?: string;
  Resources?: string[];
  EventBusName?: string;
}

type EntryResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

export interface EventsParts {
  buses: Set<string>;
  rules: Rule[];
  targets: Targets;
  faults: Faults;
  complain(line: object): void;
}

/** EventBridge PutEvents: what it accepts is in the target queues, on disk, before the caller hears of it. */
export class Events implements AwsService {
  readonly #parts: EventsParts;

  constructor(parts: EventsParts) {
    this.#parts = parts;
  }

  operationOf = targetOf;

  access({ operation, input }: AwsCall): AccessRequest[] {
    if (operation !== 'PutEvents')
      throw new ServiceError('UnknownOperationException', `The local cloud does not answer events:${operation}.`);
    const buses = new Set(entriesOf(input).map(({ EventBusName }) => busNameOf(EventBusName)));
    return [...buses].map((bus) => ({
      action: 'events:PutEvents',
      resource: arnOf('events', `event-bus/${bus}`),
      context: {},
    }));
  }

  async handle(call: AwsCall): Promise<HttpReply> {
    const entries = entriesOf(call.input);
    if (entries.length === 0 || entries.length > 10)
      throw new ServiceError('ValidationException', 'Entries must hold 1 to 10 events.');
    if (Buffer.byteLength(JSON.stringify(entries)) > 262_144)
      throw new ServiceError('ValidationException', 'Total size of the entries in the request is over the limit.');
    const refused = new Set(call.struck.flatMap(({ effect, entry = 0 }) => (effect === 'fail-entry' ? [entry] : [])));
    const results = entries.map(
      (entry, index): EntryResult =>
        refused.has(index)
          ? { ErrorCode: 'InternalFailure', ErrorMessage: 'The entry was refused by a fault.' }
          : this.#put(entry, call.at),
    );
    return awsJson(call, {
      FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
      Entries: results,
    });
  }

  #put(entry: Entry, at: Date): EntryResult {
    const bus = busNameOf(entry.EventBusName);
    const complaint =
      complaintAbout(entry) ?? (this.#parts.buses.has(bus) ? undefined : `Event bus ${bus} does not exist.`);
    if (complaint) return { ErrorCode: 'InvalidArgument', ErrorMessage: complaint };
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': entry.DetailType ?? '',
      source: entry.Source ?? '',
      account: ACCOUNT,
      time: `${(entry.Time ? new Date(entry.Time * 1000) : at).toISOString().slice(0, 19)}Z`,
      region: REGION,
      resources: entry.Resources ?? [],
      detail: JSON.parse(entry.Detail ?? '{}'),
    };
    for (const rule of rulesFor(this.#parts.rules, bus, event)) this.#route(rule, event);
    return { EventId: event.id };
  }

  #route(rule: Rule, event: BusEvent): void {
    for (const target of rule.targets) {
      const body = inputFor(target, rule, event);
      const receiver = target.Arn.split(':').at(-1) ?? '';
      const mentions = (text: string) => body.includes(text);
      const point = { service: 'bus', operation: 'deliver', function: receiver, mentions };
      const twice = this.#parts.faults.at(point).some(({ effect }) => effect === 'duplicate');
      if (this.#parts.faults.keep({ queue: receiver, body })) continue;
      for (let delivered = 0; delivered < (twice ? 2 : 1); delivered++) {
        const lost = this.#parts.targets.deliver({
          arn: target.Arn,
          body,
          service: 'events.amazonaws.com',
          sourceArn: rule.arn,
          deadLetter: target.DeadLetterConfig?.Arn,
        });
        if (lost) this.#parts.complain({ level: 'ERROR', message: lost });
      }
    }
  }
}

function entriesOf(input: Record<string, unknown>): Entry[] {
  return Array.isArray(input.Entries) ? (input.Entries as Entry[]) : [];
}

function complaintAbout({ Source, DetailType, Detail }: Entry): string | undefined {
  if (!Source) return 'Parameter Source is not valid. Reason: Source is a required argument.';
  if (!DetailType) return 'Parameter DetailType is not valid. Reason: DetailType is a required argument.';
  if (!Detail) return 'Parameter Detail is not valid. Reason: Detail is a required argument.';
  try {
    const detail: unknown = JSON.parse(Detail);
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? undefined : 'Detail is malformed.';
  } catch {
    return 'Detail is malformed.';
  }
}
