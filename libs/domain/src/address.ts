export interface Address {
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** WGS 84 degrees. */
export interface Location {
  readonly lat: number;
  readonly lon: number;
}
