import { defineConfig } from 'vitest/config';

// The local cloud's functions run in threads of the test process and see its zone; Lambda's is UTC.
process.env.TZ = 'UTC';

const shared = { isolate: false, pool: 'threads' as const };
/** Node runs our sources as they are. Vite's runner stands between all modules, those of the local cloud too, at each call. */
const native = { ...shared, experimental: { viteModuleRunner: false, nodeLoader: false } };
const trials = ['**/{faults,crash-points}.feature.test.ts'];
/** Far above what a test takes: on a machine with much to do nothing fails for want of time. */
const patient = { testTimeout: 30_000, hookTimeout: 60_000 };
const kit = ['functions/_kit/**/*.feature.test.ts'];
const exclude = ['**/node_modules/**', 'dist/**', '.cache/**', 'cdk.out/**'];
const demoJourneys = ['**/*.demo.journey.test.ts'];
const gallery = ['web/testing/charts-gallery/*.journey.test.ts'];
const cloud = ['scripts/testing/cloud-setup.ts'];

/** Tests through the gateway of a local cloud. */
const onCloud = (name: string, include: string[], { others = [] as string[], patience = patient } = {}) => ({
  test: { ...native, ...patience, name, include, exclude: [...exclude, ...others], globalSetup: cloud },
});

/** One file after the other: a browser wants a processor. */
const browser = (name: string, include: string[], { others = [] as string[], globalSetup = cloud } = {}) => ({
  test: {
    ...native,
    name,
    include,
    exclude: [...exclude, ...others],
    globalSetup,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});

/**
 * `rules`: pure and in-process tests; `web-rules`: those of the web apps, whose sources Node cannot read. `features`: through
 * the gateway of one local cloud for the whole run, each suite with MSPs of its own; `kit`: what all of them keep, such as who
 * may call which operation. `trials`: every feature's story through crashes, duplicates and late facts, and flows whose
 * workers die. `journeys`: a real browser on such a cloud, each with MSPs of its own; `demo-journeys`: in the demo, which one
 * cloud has once; `gallery`: the charts in a browser, without a cloud.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...native,
          ...patient,
          name: 'rules',
          include: ['**/*.test.ts'],
          exclude: [...exclude, 'web/**', '**/*.feature.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...patient,
          name: 'web-rules',
          include: ['web/**/*.test.ts'],
          exclude: [...exclude, '**/*.journey.test.ts'],
        },
      },
      onCloud('features', ['**/*.feature.test.ts'], { others: [...trials, ...kit] }),
      onCloud('kit', kit),
      onCloud('trials', trials, { patience: { testTimeout: 60_000, hookTimeout: 60_000 } }),
      browser('journeys', ['**/*.journey.test.ts'], { others: [...demoJourneys, ...gallery] }),
      browser('demo-journeys', demoJourneys),
      browser('gallery', gallery, { globalSetup: [] }),
    ],
  },
});
