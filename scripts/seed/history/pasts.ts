import { brightwater } from './brightwater.ts';
import { cedarRidge } from './cedar-ridge.ts';
import { harborFinch } from './harbor-finch.ts';
import { lumenLoop } from './lumen-loop.ts';
import { oakline } from './oakline.ts';
import type { Past } from './past.ts';
import { summitPeak } from './summit-peak.ts';
import { tallgrass } from './tallgrass.ts';

/** What happened with each client of the demo until now; by key. */
export const PASTS: Readonly<Record<string, Past>> = {
  crd: cedarRidge,
  hfl: harborFinch,
  tgm: tallgrass,
  bct: brightwater,
  spb: summitPeak,
  lls: lumenLoop,
  oak: oakline,
};
