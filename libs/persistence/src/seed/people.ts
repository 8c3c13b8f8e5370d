import type { PersonName } from '@rungs/domain';
import type { Random } from './random.ts';

const FIRST_NAMES = [
  'Alice', 'Andrea', 'Anna', 'Antonio', 'Beatrice', 'Camilla', 'Carlo', 'Chiara', 'Daniele', 'Davide', 'Elena',
  'Elisa', 'Emanuele', 'Enrico', 'Fatima', 'Federica', 'Filippo', 'Francesca', 'Gabriele', 'Giacomo', 'Giorgia',
  'Giulia', 'Hassan', 'Ilaria', 'Ivana', 'Jun', 'Leonardo', 'Lorenzo', 'Lucia', 'Marco', 'Margherita', 'Martina',
  'Matteo', 'Nadia', 'Nicola', 'Olga', 'Paolo', 'Pietro', 'Rosa', 'Sara', 'Simone', 'Sofia', 'Stefano', 'Teresa',
  'Tommaso', 'Valentina', 'Vittoria', 'Wei', 'Yasmin', 'Zoe',
]; // prettier-ignore

const LAST_NAMES = [
  'Amato', 'Barbieri', 'Basile', 'Bianchi', 'Bruno', 'Caputo', 'Caruso', 'Colombo', 'Conti', 'Costa', "D'Angelo",
  'De Luca', 'Esposito', 'Fabbri', 'Ferrara', 'Ferrari', 'Fontana', 'Gallo', 'Gatti', 'Giordano', 'Greco', 'Grassi',
  'Hu', 'Leone', 'Lombardi', 'Longo', 'Mancini', 'Marchetti', 'Mariani', 'Marino', 'Martini', 'Monti', 'Moretti',
  'Nuñez', 'Orlando', 'Pellegrini', 'Rahman', 'Ricci', 'Rinaldi', 'Rizzo', 'Romano', 'Rossi', 'Santoro', 'Serra',
  'Silvestri', 'Testa', 'Valentini', 'Villa', 'Vitale', 'Zanetti',
]; // prettier-ignore

export function personName(random: Random): PersonName {
  return { first: random.pick(FIRST_NAMES), last: random.pick(LAST_NAMES) };
}

/** An address of RFC 2606's example domain, different for every number. */
export function emailOf({ first, last }: PersonName, number: number): string {
  const plain = `${first}.${last}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  return `${plain.toLowerCase()}.${number}@example.com`;
}

/** ITU-T E.164, different for every number up to 100,000. */
export function phoneOf(number: number): string {
  return `+3906555${String(number).padStart(5, '0')}`;
}
