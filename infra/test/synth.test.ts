import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { synthesize } from '../app.ts';
import { acknowledgements, pathWithin } from '../nag-acknowledgements.ts';
import { STAGES } from '../stages.ts';
import { appOf, EVERY, optionsFor, STAGE_NAMES, SYNTH_MS, synthesized } from './fixture/synth.ts';
import { temporaryFolder } from './fixture/temporary.ts';

const MOST_RESOURCES = 500;
const MOST_ROUTES = 300;

describe.each(EVERY)('stage %s of the %s', (stage, of) => {
  beforeAll(() => void synthesized(stage, of), SYNTH_MS);

  test('synthesizes without a finding that is not acknowledged', () => {
    expect(synthesized(stage, of).stacks.size).toBeGreaterThanOrEqual(5);
  });

  test('keeps within what CloudFormation and API Gateway take', () => {
    const { stacks, ofType } = synthesized(stage, of);
    for (const [stack, resources] of stacks) expect(resources.length, stack).toBeLessThanOrEqual(MOST_RESOURCES);
    expect(ofType('AWS::ApiGatewayV2::Route').length).toBeLessThanOrEqual(MOST_ROUTES);
  });

  test('keeps tables, keys and buckets when a stack goes', () => {
    const { resources } = synthesized(stage, of);
    const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::S3::Bucket'];
    for (const { Type, DeletionPolicy, id } of resources) {
      if (kept.includes(Type)) expect(DeletionPolicy, id).toBe('Retain');
    }
  });

  test('gives every log an end', () => {
    for (const { Properties, id } of synthesized(stage, of).ofType('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays, id).toBe(STAGES[stage].retention.logDays);
    }
  });
});

describe('acknowledged findings', { timeout: SYNTH_MS }, () => {
  test.each(STAGE_NAMES)('of %s exist: each is found somewhere it names', (stage) => {
    using folder = temporaryFolder();
    const app = appOf(stage, 'fixture', folder.path);
    const { violations } = new AwsSolutionsChecks().validateScope(app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${pathWithin(STAGES[stage], constructPath ?? '')}`),
    );
    for (const { id, at } of acknowledgements(STAGES[stage])) {
      if (id.startsWith('Annotation::')) continue;
      const rule = id.replace('AwsSolutions::', '');
      const place = new RegExp(at.source.replace(/\$$/, ''));
      const hits = found.filter((finding) => finding.startsWith(`${rule} `));
      expect(
        hits.some((finding) => place.test(finding.slice(rule.length + 1))),
        `${id} at ${at}`,
      ).toBe(true);
    }
  });

  test('are the only ones let through: a finding elsewhere stops the synthesis', async () => {
    const { Bucket } = await import('aws-cdk-lib/aws-s3');
    using folder = temporaryFolder();
    const app = appOf('dev', 'fixture', folder.path);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new Bucket(app.node.findChild('fairlead-dev-data') as never, 'Open');
    expect(() => app.synth()).toThrow(/fairlead-dev-data\/Open[\s\S]*AwsSolutions-S10/);
  });
});

describe('synthesize', { timeout: SYNTH_MS }, () => {
  test('removes stacks that a former run left in the folder', () => {
    using folder = temporaryFolder();
    const outdir = folder.path;
    const left = join(outdir, 'fairlead-local-retired.template.json');
    writeFileSync(left, '{}');
    synthesize('local', outdir, optionsFor('product', outdir));
    expect(existsSync(left)).toBe(false);
  });

  test('takes another origin for the local stage only', () => {
    using folder = temporaryFolder();
    const outdir = folder.path;
    expect(() => synthesize('production', outdir, { origin: 'http://127.0.0.1:1' })).toThrow(
      'The origin of production stands in infra/stages.ts.',
    );
  });

  test('names the file to write when a spec declares a function that is not there', () => {
    using folder = temporaryFolder();
    const outdir = folder.path;
    const options = { ...optionsFor('fixture', outdir), bundles: join(outdir, 'nothing') };
    expect(() => synthesize('local', outdir, options)).toThrow(
      /write functions\/platform\/schedule-sweep\.ts and bundle it/,
    );
  });

  test('lists the stages when it is asked for another', () => {
    expect(() => synthesize('staging', 'never-written')).toThrow(
      'There is no stage "staging". Stages: local, dev, production.',
    );
  });
});
