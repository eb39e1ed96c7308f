import { Pass } from 'aws-cdk-lib/aws-stepfunctions';
import { describe, expect, test } from 'vitest';
import type { FeatureSpec } from './feature-spec.ts';
import type { FeatureSpecs } from './feature-specs.ts';
import { refuseContradictions } from './spec-rules.ts';
import { FIXTURE_SPECS } from './test/fixture/specs.ts';
import { FIXTURE_WORKFLOWS } from './test/fixture/workflows.ts';

const goals = (spec: Partial<FeatureSpec>): FeatureSpecs => ({ ...FIXTURE_SPECS, goals: { data: 'read', ...spec } });
const check = (specs: FeatureSpecs) => () => refuseContradictions(specs, FIXTURE_WORKFLOWS);

describe('specs', () => {
  test('that agree are taken', () => {
    expect(check(FIXTURE_SPECS)).not.toThrow();
  });

  test.each<[string, Partial<FeatureSpec>, string]>([
    [
      'start a workflow that nobody owns',
      { steps: { go: { starts: ['lost'] } } },
      'goals-step-go starts lost, which no feature owns',
    ],
    ['own a workflow of another', { workflows: ['sync-fixture'] }, 'Two features own the workflow sync-fixture'],
    ['take the role of identity', { data: 'identity' }, 'only the feature identity may have data "identity"'],
    ['write files without a role for it', { steps: { go: { files: 'read-write' } } }, 'goals-step-go writes files'],
    ['touch files without any role', { data: 'none', steps: { go: { files: 'read' } } }, 'goals-step-go touches files'],
    [
      'seal secrets without a commit to write them in',
      { steps: { go: { credentials: 'seal' } } },
      'goals-step-go seals credentials',
    ],
    ['publish beside the outbox', { steps: { go: { publishes: true } } }, 'goals-step-go may not publish'],
  ])('that %s are refused', (_, spec, sentence) => {
    expect(check(goals(spec))).toThrow(sentence);
  });

  test('with jobs by the clock need the dispatcher', () => {
    const { platform, ...others } = FIXTURE_SPECS;
    expect(platform?.dispatch).toBeDefined();
    expect(check(others)).toThrow('integrations-schedule-sync-due runs by the clock, but no feature deploys');
  });

  test('leave no workflow without an owner', () => {
    const definitions = { ...FIXTURE_WORKFLOWS, stray: ({ scope }: { scope: never }) => new Pass(scope, 'Only') };
    expect(() => refuseContradictions(FIXTURE_SPECS, definitions as never)).toThrow(
      'infra/workflows/stray.ts is owned by no feature',
    );
  });
});
