import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../aws/iam.ts';
import type { Deployment, Resource } from '../aws/template.ts';
import type { Rule } from '../events/rules.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';
import type { Permissions } from '../functions/permissions.ts';
import { Clock, schedulesNamed, schedulesOf } from './schedules.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const dispatch = { name: 'fairlead-local-platform-dispatch-schedules', arn: arn('dispatch') } as LambdaFunction;
const sweep = { name: 'fairlead-local-platform-schedule-sweep', arn: arn('sweep') } as LambdaFunction;
const queueUrl = 'http://127.0.0.1:1/000000000000/sweep';
const rule: Rule = {
  name: 'fairlead-local-clock-sweep',
  arn: 'arn:aws:events:us-east-1:000000000000:rule/fairlead-local-clock-sweep',
  bus: 'default',
  pattern: undefined,
  schedule: 'rate(15 minutes)',
  targets: [
    {
      Id: 't',
      Arn: dispatch.arn,
      InputTransformer: {
        InputPathsMap: { time: '$.time' },
        InputTemplate: `{"queueUrl":"${queueUrl}","time":<time>}`,
      },
    },
  ],
};

function schedules(options: { rules?: Rule[]; permitted?: boolean; scheduler?: object; action?: string } = {}) {
  const { rules = [rule], permitted = true, scheduler, action = 'lambda:InvokeFunction' } = options;
  const resource = { physicalId: 'fairlead-local-nightly', properties: scheduler } as unknown as Resource;
  return schedulesOf({
    deployment: { ofType: () => (scheduler ? [resource] : []) } as unknown as Deployment,
    rules,
    permissions: { allow: () => permitted } as unknown as Permissions,
    functionByArn: (wanted) => [dispatch, sweep].find((fn) => fn.arn === wanted),
    principalOf: (): Principal => ({
      arn: 'arn:aws:sts::000000000000:assumed-role/clock/scheduler',
      account: '000000000000',
      tags: {},
      policies: [{ Effect: 'Allow', Action: action, Resource: sweep.arn }],
    }),
    fedBy: new Map([[queueUrl, sweep]]),
  });
}
const nightly = {
  ScheduleExpression: 'rate(1 day)',
  Target: { Arn: sweep.arn, RoleArn: 'r', Input: '{"night":true}' },
};

describe('a schedule', () => {
  it('of a rule sends what the rule makes of the tick, and leads to whom its queue feeds', () => {
    const [found] = schedules();
    expect(found).toMatchObject({ fn: dispatch, leadsTo: sweep, refusal: undefined });
    expect(found?.inputAt(new Date('2026-11-22T10:00:00.500Z'))).toEqual({ queueUrl, time: '2026-11-22T10:00:00Z' });
  });

  it('is found by the name of its rule or of the function it leads to', () => {
    const all = schedules({ scheduler: nightly });
    expect(schedulesNamed(all, 'clock-sweep')).toHaveLength(1);
    expect(schedulesNamed(all, 'fairlead-local-platform-schedule-sweep')).toHaveLength(2);
    expect(schedulesNamed(all, 'platform-schedule-sweep')).toHaveLength(2);
    expect(schedulesNamed(all, 'platform-dispatch-schedules')).toHaveLength(0);
  });

  it('of the scheduler sends its constant input under its own role', () => {
    expect(schedules({ rules: [], scheduler: nightly })[0]).toMatchObject({ leadsTo: sweep, refusal: undefined });
    expect(schedules({ rules: [], scheduler: nightly })[0]?.inputAt(new Date())).toEqual({ night: true });
    expect(schedules({ rules: [], scheduler: nightly, action: 'sqs:*' })[0]?.refusal).toContain(
      'is not authorized to perform: lambda:InvokeFunction',
    );
    expect(schedules({ rules: [], scheduler: { ...nightly, State: 'DISABLED' } })).toEqual([]);
  });

  it('says when it may not run or leads nowhere', () => {
    expect(schedules({ permitted: false })[0]?.refusal).toContain('has no permission to invoke');
    const lost = { ...rule, targets: [{ Id: 't', Arn: arn('none') }] };
    expect(() => schedules({ rules: [lost] })).toThrow('only functions can be run by the clock here');
  });
});

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('fires each schedule every time it is due, until closed', () => {
    const fired: string[] = [];
    const clock = new Clock(schedules(), ({ name }) => fired.push(`${name} ${new Date().toISOString().slice(11, 16)}`));
    vi.advanceTimersByTime(31 * 60_000);
    expect(fired).toEqual(['fairlead-local-clock-sweep 10:15', 'fairlead-local-clock-sweep 10:30']);
    clock.close();
    vi.advanceTimersByTime(60 * 60_000);
    expect(fired).toHaveLength(2);
  });

  it('waits for schedules further away than a timer can be set', () => {
    const fired: Date[] = [];
    const yearly = { ...rule, schedule: 'cron(0 10 22 1 ? *)' };
    const clock = new Clock(schedules({ rules: [yearly] }), () => fired.push(new Date()));
    vi.advanceTimersByTime(62 * 24 * 3600_000);
    expect(fired.map((at) => at.toISOString())).toEqual(['2027-01-22T10:00:00.000Z']);
    clock.close();
  });
});
