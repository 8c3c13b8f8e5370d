import { NotAcceptableException } from '@nestjs/common';
import { acceptedOf } from '@rungs/http';
import type { FastifyRequest } from 'fastify';

/**
 * The media type to answer with.
 *
 * @throws NotAcceptableException that names what there is (RFC 9110 §15.5.7)
 */
export function mediaTypeFor<T extends string>(
  { headers }: Pick<FastifyRequest, 'headers'>,
  offers: readonly [T, ...T[]],
): T {
  const accepted = acceptedOf(headers.accept, offers);
  if (accepted === undefined) throw new NotAcceptableException(`This is to be had as ${offers.join(' and as ')}.`);
  return accepted;
}
