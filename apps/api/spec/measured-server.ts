import { STYLE_CLIENTS } from '@rungs/clients';
import { MeasuredServer, serveStyle, type ServedStyle } from '@rungs/testing';
import { STYLE_SERVERS } from '../src/styles.ts';
export { SCENARIO_IDS } from '@rungs/testing';
export const serveAllStyles = () => serveStyle(STYLE_SERVERS.map(({ module }) => module));
export const compareOn = (served: ServedStyle, id: any, changes?: any) => new MeasuredServer(served, STYLE_CLIENTS).compare(id, changes);
