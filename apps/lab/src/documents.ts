/** A page of this server (`href`) or a file of the checkout (`file`). */
export interface LinkedDocument {
  readonly title: string;
  readonly about: string;
  readonly href?: string;
  readonly file?: string;
}

export const DOCUMENTS: readonly LinkedDocument[] = [
  { title: 'A tour', about: 'ten minutes, from the first call to the code', file: 'docs/tour.md' },
  {
    title: 'The styles',
    about: 'each by the book, what it costs, where to look first',
    file: 'libs/styles/*/README.md',
  },
  { title: 'Architecture', about: 'the floors of the house, and who may import whom', file: 'docs/architecture.md' },
  { title: 'Refusals', about: 'every way to be told no, the same in all styles', href: '/problems' },
];
