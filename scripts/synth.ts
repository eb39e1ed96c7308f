import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build/prepare.ts';
import { bundleFunctions } from './bundle.ts';

/** `npm run synth [-- <cdk arguments>]`: the templates of a stage by the pinned CDK CLI, with cdk-nag's judgement. */
await bundleFunctions();
const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
const { status } = spawnSync(process.execPath, [cdk, 'synth', '--quiet', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
