import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';
import { clientOptions } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:fixture-doubling';

let cloud: Cloud;
let states: SFNClient;
beforeAll(async () => {
  cloud = await startFixture();
  states = new SFNClient(clientOptions(cloud.environmentOf('notes-api')));
});
afterAll(() => cloud.close());

const start = (name: string, numbers: number[]) =>
  states.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ numbers }) }));

async function outcomeOf(executionArn = '') {
  const { status, output } = await states.send(new DescribeExecutionCommand({ executionArn }));
  return { status, output: JSON.parse(output ?? 'null') };
}

describe('an execution', () => {
  it('maps, retries by error name and collects what its functions answered', async () => {
    const { executionArn } = await start('maps', [20, 30, 40, 5]);
    await cloud.idle();
    const { status, output } = await outcomeOf(executionArn);
    expect(status).toBe('SUCCEEDED');
    expect(output.results.map(({ doubled }: { doubled: number }) => doubled)).toEqual([40, 60, 80, 10]);
  });

  it('catches an error by its name', async () => {
    const { executionArn } = await start('catches', [20, -1]);
    await cloud.idle();
    expect(await outcomeOf(executionArn)).toEqual({ status: 'SUCCEEDED', output: { error: 'Negative' } });
  });

  it('is the same one for the same name and input while it runs, and refused afterwards or for another input', async () => {
    // Five fails at first and is tried again a second later: until then the execution runs.
    const first = await start('once', [5]);
    const second = await start('once', [5]);
    expect(second).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
    await expect(start('once', [22])).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await cloud.idle();
    await expect(start('once', [5])).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('can be stopped, and says why', async () => {
    const { executionArn } = await start('stopped', [1, 2, 3]);
    await states.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'by the user' }));
    await cloud.idle();
    const described = await states.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'ABORTED', error: 'Cancelled', cause: 'by the user' });
  });

  it('fails with the name and cause of the error nothing caught', async () => {
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, name: 'no-numbers', input: '{}' }),
    );
    await cloud.idle();
    expect((await outcomeOf(executionArn)).status).toBe('FAILED');
  });

  it('is listed with the others of its machine, newest first and page by page', async () => {
    const first = await states.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED', maxResults: 1 }),
    );
    expect(first.executions).toHaveLength(1);
    const rest = await states.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED', nextToken: first.nextToken }),
    );
    expect(rest.executions?.map(({ name }) => name)).toContain('maps');
  });

  it('is refused for unknown machines, odd names and roles without the right', async () => {
    await expect(
      states.send(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}x` })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(start('a name', [1])).rejects.toMatchObject({ name: 'InvalidName' });
    await expect(states.send(new StartExecutionCommand({ stateMachineArn, input: '{' }))).rejects.toMatchObject({
      name: 'InvalidExecutionInput',
    });
    const executionArn = stateMachineArn.replace('stateMachine', 'execution').concat(':none');
    await expect(states.send(new DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    const stranger = new SFNClient(clientOptions(cloud.environmentOf('trouble-api')));
    await expect(stranger.send(new StartExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});
