import type { TroubleCode } from '../../../shared/integrations/trouble.ts';

/** What to list. Paths and parameters are the vendor's own words; the connector adds address and authorization. */
export interface ListingRequest {
  path: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

/** One page of a listing, as the vendor sent it. */
export interface ListingPage {
  rows: readonly unknown[];
  /** Link to the next page; absent on the last one. */
  next?: string;
  /** Link to later changes, on the last page of a change listing. */
  delta?: string;
}

/** A vendor's organisation as its own record or the partner listing tells it. */
export interface FoundOrganisation {
  externalId: string;
  name: string;
  domains: string[];
}

/** The one way to a vendor's organisation. Holds a token in memory and nothing else. */
export interface Connector {
  /** The first page of a listing, or the page behind a link that the vendor gave. */
  page(request: ListingRequest, link?: string): Promise<ListingPage>;
  /** The organisation itself: what a connection test reads. */
  organisation(): Promise<FoundOrganisation>;
  /** The MSP's customers, where the vendor tells; undefined when it does not. */
  customers(): Promise<FoundOrganisation[] | undefined>;
}

/** The vendor refuses, and asking again changes nothing until a person has acted. */
export class VendorRefused extends Error {
  override name = 'VendorRefused';
  readonly code: TroubleCode;
  /** What the vendor said that a person can use: a permission's name, a status. */
  readonly said: string | undefined;
  /** The vendor's own error code. */
  readonly vendorCode: string | undefined;

  constructor(code: TroubleCode, message: string, details: { said?: string; vendorCode?: string | undefined } = {}) {
    super(message);
    this.code = code;
    this.said = details.said;
    this.vendorCode = details.vendorCode;
  }
}

/** The vendor is busy or out of reach: the same call may work later. */
export class VendorBusy extends Error {
  override name = 'VendorBusy';
  /** True when the vendor asked us to slow down. */
  readonly throttled: boolean;
  /** Its `Retry-After` header, as sent. */
  readonly retryAfter: string | null;

  constructor(message: string, throttled: boolean, retryAfter: string | null = null) {
    super(message);
    this.throttled = throttled;
    this.retryAfter = retryAfter;
  }
}

/** The link to later changes is too old: list everything once more. */
export class DeltaExpired extends Error {
  override name = 'DeltaExpired';
}
