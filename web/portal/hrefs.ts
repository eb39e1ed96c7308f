import type { PortalHrefs } from '../features/portal/home-page.tsx';

/** Addresses of an MSP's portal. */
export function hrefsOf(slug: string): PortalHrefs {
  const home = `/portal/${slug}`;
  return {
    home,
    plan: `${home}/plan`,
    roadmap: `${home}/roadmap`,
    meetings: `${home}/meetings`,
    reports: `${home}/reports`,
    activity: `${home}/activity`,
  };
}
