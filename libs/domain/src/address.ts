import type { FieldError } from './refusal.ts';

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

export const MAX_LAT_DEGREES = 90;
export const MAX_LON_DEGREES = 180;

export function sameAddress(a: Address, b: Address): boolean {
  return a.street === b.street && a.city === b.city && a.postalCode === b.postalCode && a.country === b.country;
}

export function locationErrors({ lat, lon }: Location, path = ''): FieldError[] {
  const errors: FieldError[] = [];
  if (!(Math.abs(lat) <= MAX_LAT_DEGREES)) errors.push(beyond(`${path}/lat`, MAX_LAT_DEGREES));
  if (!(Math.abs(lon) <= MAX_LON_DEGREES)) errors.push(beyond(`${path}/lon`, MAX_LON_DEGREES));
  return errors;
}

function beyond(path: string, maxDegrees: number): FieldError {
  return { path, message: `must lie between -${maxDegrees} and ${maxDegrees}` };
}

const EARTH_RADIUS_METERS = 6_371_009;

/** Along the great circle (haversine). */
export function distanceMeters(a: Location, b: Location): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const across = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const along = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const share = across + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * along;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, share)));
}
