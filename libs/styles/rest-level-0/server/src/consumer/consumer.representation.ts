export { representConsumer } from '@rungs/json';
