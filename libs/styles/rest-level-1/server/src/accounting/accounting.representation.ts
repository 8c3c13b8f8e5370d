export { representBill } from '@rungs/json';
