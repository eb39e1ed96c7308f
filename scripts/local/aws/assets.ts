import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TemplateError } from './intrinsics.ts';

interface AssetManifest {
  files?: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
}

/** The folder behind an asset's object key, by the stack's asset manifest (AWS CDK, cloud assembly schema). */
export function assetFolder(dir: string, stack: string, objectKey: string): string {
  const manifestFile = join(dir, `${stack}.assets.json`);
  if (!existsSync(manifestFile)) throw new TemplateError(`${stack}: ${manifestFile} is missing; synthesize again.`);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as AssetManifest;
  const asset = Object.values(manifest.files ?? {}).find(({ destinations }) =>
    Object.values(destinations).some((destination) => destination.objectKey === objectKey),
  );
  if (!asset?.source.path)
    throw new TemplateError(`${stack}: no asset is published as ${objectKey}; synthesize again.`);
  return resolve(dir, asset.source.path);
}

/** The folder holding a function's `index.mjs`, from its resolved `Code` property. */
export function bundleOf(dir: string, stack: string, logicalId: string, code: unknown): string {
  const objectKey = (code as { S3Key?: unknown } | undefined)?.S3Key;
  if (typeof objectKey !== 'string') {
    throw new TemplateError(`${stack}/${logicalId}: Code.S3Key is missing; only bundled functions can run here.`);
  }
  const folder = assetFolder(dir, stack, objectKey);
  if (!existsSync(join(folder, 'index.mjs'))) {
    throw new TemplateError(
      `${stack}/${logicalId}: ${folder} holds no index.mjs; bundle the functions, then synthesize.`,
    );
  }
  return folder;
}
