import type { PlannedStory } from './meeting-story.ts';
import { brightwater } from './meetings/brightwater.ts';
import { cedarRidge } from './meetings/cedar-ridge.ts';
import { harborFinch } from './meetings/harbor-finch.ts';
import { lumenLoop } from './meetings/lumen-loop.ts';
import { oakline } from './meetings/oakline.ts';
import { summitPeak } from './meetings/summit-peak.ts';
import { tallgrass } from './meetings/tallgrass.ts';

/** Meetings that are ahead with each client of the demo; by key. */
export const MEETINGS: Readonly<Record<string, readonly PlannedStory[]>> = {
  crd: cedarRidge,
  hfl: harborFinch,
  tgm: tallgrass,
  bct: brightwater,
  spb: summitPeak,
  lls: lumenLoop,
  oak: oakline,
};
