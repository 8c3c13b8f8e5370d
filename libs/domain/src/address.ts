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

export function sameAddress(a: Address, b: Address): boolean {
  return a.street === b.street && a.city === b.city && a.postalCode === b.postalCode && a.country === b.country;
}

export function locationErrors({ lat, lon }: Location, path = ''): FieldError[] {
  const errors: FieldError[] = [];
  if (!(Math.abs(lat) <= 90)) errors.push({ path: `${path}/lat`, message: 'must lie between -90 and 90' });
  if (!(Math.abs(lon) <= 180)) errors.push({ path: `${path}/lon`, message: 'must lie between -180 and 180' });
  return errors;
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
