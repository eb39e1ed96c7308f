import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { STAGES, type Stage } from '../infra/stages.ts';
import { prepare, root } from './build/prepare.ts';
import { invalidate } from './deploy/invalidation.ts';
import { siteOf } from './deploy/outputs.ts';
import { namedStage, refuseOtherAccount, refusePlaceholders } from './deploy/refusals.ts';
import { invalidated, type SiteFile, siteFiles } from './deploy/site-files.ts';

const OUTPUTS = join(root, '.cache', 'deploy-outputs.json');
const AT_ONCE = 8;

const say = (line: string) => process.stdout.write(`${line}\n`);

function cdkArguments(stage: Stage, more: readonly string[]): string[] {
  return ['deploy', '--all', '-c', `stage=${stage.name}`, '--outputs-file', OUTPUTS, ...more];
}

function deployStacks(stage: Stage, more: readonly string[]): void {
  rmSync(OUTPUTS, { force: true });
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const { status } = spawnSync(process.execPath, [cdk, ...cdkArguments(stage, more)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('cdk deploy failed; its message is above. The web apps were not uploaded.');
}

/** Uploads in the order given, as far as it matters: a group begins when the one before is there. */
async function upload(s3: S3Client, bucket: string, files: readonly SiteFile[]): Promise<void> {
  const groups = [files.filter(({ immutable }) => immutable), files.filter(({ immutable }) => !immutable)];
  for (const group of groups) {
    const queue = [...group];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { file, key, contentType, cacheControl } = next;
        const put = { Bucket: bucket, Key: key, ContentType: contentType, CacheControl: cacheControl };
        await s3.send(new PutObjectCommand({ ...put, Body: readFileSync(file) }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
}

function tellPlan(stage: Stage, files: readonly SiteFile[], more: readonly string[]): void {
  const count = (immutable: boolean) => files.filter((file) => file.immutable === immutable).length;
  say(`Stage ${stage.name}: account ${stage.account}, region ${stage.region}, ${stage.origin}`);
  say(`1. cdk ${cdkArguments(stage, more).join(' ')}`);
  say(`2. upload ${count(true)} files kept for ever, then ${count(false)} that are asked for each time`);
  say(`3. CloudFront forgets ${invalidated(files).join(' ')}`);
}

/**
 * `npm run deploy -- --stage <name> [--dry-run] [-- <cdk arguments>]`: bundles the functions, builds the web apps, deploys
 * all stacks of the stage by the pinned CDK CLI, uploads the apps and makes CloudFront forget their pages. `--dry-run` builds
 * and prints the plan; it asks AWS nothing.
 *
 * Not yet run against a real account: what is tested is the plan, the refusals, the files and the signed request. Old hashed
 * files stay in the bucket on purpose, for pages that are open in a browser.
 */
async function main(): Promise<void> {
  const { values, positionals: more } = parseArgs({
    options: { stage: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    allowPositionals: true,
  });
  const stage = namedStage(values.stage);
  if (!values['dry-run']) refusePlaceholders(stage);
  const { web } = await prepare(STAGES.local.origin, say);
  const files = siteFiles(web);
  tellPlan(stage, files, more);
  if (values['dry-run']) return refusePlaceholders(stage);
  const { Account } = await new STSClient({ region: stage.region }).send(new GetCallerIdentityCommand({}));
  refuseOtherAccount(stage, Account);
  deployStacks(stage, more);
  const { bucket, distributionId } = siteOf(stage, OUTPUTS);
  const s3 = new S3Client({ region: stage.region });
  await upload(s3, bucket, files);
  await invalidate(distributionId, invalidated(files), await s3.config.credentials());
  say(`Deployed: ${stage.origin}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
