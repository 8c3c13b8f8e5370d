import { defineIntegrationTestSuite } from '@apollo/server-integration-testsuite';
import { expect, it } from 'vitest';
import { met } from '../spec/jest-globals.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { integrate } from './integration.ts';

// Its types are those of the Apollo Server that it was published with; what runs is the one that is shipped.
defineIntegrationTestSuite(integrate as never);

it('every exception is to a test that there is', () => {
  expect([...met].sort()).toEqual(EXCEPTIONS.map(({ test }) => test).sort());
});
