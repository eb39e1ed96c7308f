import type { Tenant } from '../world.ts';

/** Secure Score of a tenant over time: for each scored control the steps at which its points changed. */
export interface ScoreBoard {
  /** Sum of the controls' maximum points. */
  maxScore: number;
  controls: ControlScore[];
  /** Percent, as the service compares: all tenants, and tenants of this size. */
  averages: { allTenants: number; sameSize: number };
}

export interface ControlScore {
  controlId: string;
  maxScore: number;
  /** Ascending by day; the first step holds from the beginning. */
  steps: { day: number; score: number }[];
  /** For a control that counts people: how many of how many do it. */
  tally: { count: number; total: number } | null;
  /** Sentence on the state of this control, where the world tells a story; else a general one is made. */
  status: string | null;
  /** Decisions taken in the portal, oldest first; the last one is in force. */
  states: { state: string; comment: string; updatedBy: string; updatedAt: string }[];
}

/** Microsoft keeps this many daily readings. Source: Microsoft Graph, secureScore resource type. */
export const HISTORY_DAYS = 90;

/** Points of a control at the end of a day. */
export function scoreOn(control: ControlScore, day: number): number {
  let score = control.steps[0]?.score ?? 0;
  for (const step of control.steps) if (step.day <= day) score = step.score;
  return score;
}

/** Points of the tenant at the end of a day, rounded like the service does (2 decimals). */
export function totalOn(scores: ScoreBoard, day: number): number {
  const sum = scores.controls.reduce((total, control) => total + scoreOn(control, day), 0);
  return Math.round(sum * 100) / 100;
}

/** Share of the maximum on a day, in percent. */
export function percentOn(tenant: Tenant, day: number): number {
  return (totalOn(tenant.scores, day) / tenant.scores.maxScore) * 100;
}
