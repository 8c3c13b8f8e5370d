/** The id of nothing at all. */
export const NOBODYS_ID = '01900000-0000-7000-8000-00000000dead';
