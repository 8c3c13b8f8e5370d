export { representConsumer, representPage } from '@rungs/json';
