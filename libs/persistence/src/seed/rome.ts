import type { Address, Location } from '@rungs/domain';
import type { Random } from './random.ts';

// The city of the demo data. Districts, postal codes and streets are real; house numbers and people are not.

interface District extends Location {
  readonly name: string;
  readonly postalCode: string;
  readonly streets: readonly string[];
}

// prettier-ignore
export const DISTRICTS: readonly District[] = [
  { name: 'Monti', postalCode: '00184', lat: 41.8956, lon: 12.4936, streets: ['Via Cavour', 'Via dei Serpenti', 'Via Panisperna', 'Via Urbana'] },
  { name: 'Trastevere', postalCode: '00153', lat: 41.8897, lon: 12.4694, streets: ['Viale di Trastevere', 'Via della Lungaretta', 'Via della Scala'] },
  { name: 'Testaccio', postalCode: '00153', lat: 41.8769, lon: 12.4757, streets: ['Via Marmorata', 'Via Galvani', 'Via Aldo Manuzio'] },
  { name: 'Prati', postalCode: '00192', lat: 41.9085, lon: 12.4623, streets: ['Via Cola di Rienzo', 'Via Ottaviano', 'Via Germanico'] },
  { name: 'Esquilino', postalCode: '00185', lat: 41.8948, lon: 12.5041, streets: ['Via Merulana', 'Via Principe Amedeo', 'Via Emanuele Filiberto'] },
  { name: 'San Lorenzo', postalCode: '00185', lat: 41.8983, lon: 12.5166, streets: ['Via dei Volsci', 'Via Tiburtina', 'Via dei Sabelli'] },
  { name: 'Pigneto', postalCode: '00176', lat: 41.8892, lon: 12.5284, streets: ['Via del Pigneto', 'Via Fanfulla da Lodi', 'Via Macerata'] },
  { name: 'Ostiense', postalCode: '00154', lat: 41.8655, lon: 12.4797, streets: ['Via Ostiense', 'Via del Gazometro', 'Via del Porto Fluviale'] },
  { name: 'Garbatella', postalCode: '00154', lat: 41.8606, lon: 12.4882, streets: ['Via Guglielmo Massaia', 'Via Caffaro', 'Via delle Sette Chiese'] },
  { name: 'Parioli', postalCode: '00197', lat: 41.9255, lon: 12.4885, streets: ['Viale Parioli', 'Via Archimede', 'Via Antonelli'] },
  { name: 'Nomentano', postalCode: '00161', lat: 41.9126, lon: 12.5163, streets: ['Via Nomentana', 'Viale Regina Margherita', 'Via Catania'] },
  { name: 'Appio', postalCode: '00183', lat: 41.8788, lon: 12.5152, streets: ['Via Appia Nuova', 'Via Gallia', 'Via Magna Grecia', 'Via Taranto'] },
  { name: 'Campo Marzio', postalCode: '00186', lat: 41.9045, lon: 12.4768, streets: ['Via del Corso', 'Via di Ripetta', 'Via della Scrofa'] },
  { name: 'Flaminio', postalCode: '00196', lat: 41.9216, lon: 12.4703, streets: ['Via Flaminia', 'Viale Tiziano', 'Via Guido Reni'] },
];

/** An address in the district, and a point within some 700 m of its centre. */
export function placeIn(district: District, random: Random): { address: Address; location: Location } {
  const around = (degrees: number, radius: number): number =>
    Math.round((degrees + (random.unit() * 2 - 1) * radius) * 1e6) / 1e6;
  return {
    address: {
      street: `${random.pick(district.streets)} ${random.whole(1, 180)}`,
      city: 'Roma',
      postalCode: district.postalCode,
      country: 'IT',
    },
    location: { lat: around(district.lat, 0.006), lon: around(district.lon, 0.008) },
  };
}

/** The point at a share of the way from one to another. */
export function between(from: Location, to: Location, share: number): Location {
  const along = (a: number, b: number): number => Math.round((a + (b - a) * share) * 1e6) / 1e6;
  return { lat: along(from.lat, to.lat), lon: along(from.lon, to.lon) };
}
