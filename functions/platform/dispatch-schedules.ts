import { dispatch } from '../_kit/dispatch.ts';

/** Ticks of the clock, fanned out to the MSPs. */
export const handler = dispatch();
