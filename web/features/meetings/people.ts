import type { ParticipantRef } from '../../../shared/meetings/meeting.ts';

/** Somebody who can be asked to a meeting; the page's route brings staff and contacts together. */
export interface Invitable extends ParticipantRef {
  name: string;
  /** Without one, no invitation reaches them. */
  email?: string;
  /** What they are: "Owner, decides" or "vCIO". */
  detail?: string;
  /** Says yes or no at the client. */
  decides?: boolean;
}

/** A client as its meetings need it. */
export interface MeetingClient {
  companyId: string;
  name: string;
  timeZone: string;
  fiscalYearStart: number;
  status: 'active' | 'onboarding' | 'archived';
}

export const refOf = ({ kind, id }: ParticipantRef): ParticipantRef => ({ kind, id });

/** Who most likely takes part: the host, and those who decide. */
export const likely = (people: readonly Invitable[], hostId: string): ParticipantRef[] =>
  people.filter(({ kind, id, decides }) => (kind === 'staff' ? id === hostId : decides)).map(refOf);
