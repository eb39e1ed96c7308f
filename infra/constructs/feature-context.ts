import type { Stage } from '../stages.ts';
import type { Unit } from '../units.ts';

/** What a feature's stack knows of its surroundings. */
export interface FeatureContext {
  stage: Stage;
  /** Folder of the bundles, one folder a function. */
  bundles: string;
  /** Ids that AWS generates, so they cross from their stack as references. */
  streamArn: string;
  credentialsKeyArn: string;
  httpApiId: string;
  /** Scheduled jobs of all features: the dispatcher may write to their queues. */
  schedules: readonly Unit[];
}
