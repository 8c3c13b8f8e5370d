import { HttpStatus, RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type {} from 'reflect-metadata';
import type { Represented } from './answer.ts';
import { takenBy } from './json-only.ts';

/** The names of a controller's public methods. */
type MethodOf<C> = { [K in keyof C]: C[K] extends (...given: never[]) => unknown ? K : never }[keyof C] & string;

type AnswerOf<M> = M extends (...given: never[]) => infer R ? MadeOf<Awaited<R>> : never;
type MadeOf<A> = A extends Represented<infer T> ? Awaited<T> : A;

/** Where a style that has verbs and addresses does one operation. */
export interface OperationHandler<Answer = unknown> {
  readonly controller: Type;
  readonly verb: string;
  /** With the style's prefix, its variables in braces: `/level2/orders/{orderId}`. */
  readonly path: string;
  /** Of an answer that went well and does not say another: 201 for a POST that does not say, 200 for all else. */
  readonly status: number;
  /** The media types of the body that it takes, if it takes one. */
  readonly takes: readonly string[];
  /** For the compiler alone: what the method answers. */
  readonly answers?: Answer;
}

/**
 * The method of a controller that does an operation, named so that the compiler knows both: one that is missing or was
 * renamed does not compile. Verb, path and the rest are read from the method's own decorators.
 */
export function handledBy<C, M extends MethodOf<C>>(controller: Type<C>, method: M): OperationHandler<AnswerOf<C[M]>> {
  const handler = (controller.prototype as Record<M, object>)[method];
  const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (verb === undefined) throw new Error(`${controller.name}.${method} has no route.`);
  const route = Reflect.getMetadata(PATH_METADATA, handler) as string;
  const usual = verb === RequestMethod.POST ? HttpStatus.CREATED : HttpStatus.OK;
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? usual;
  return {
    controller,
    verb: RequestMethod[verb],
    path: route.replace(/:(\w+)/g, '{$1}'),
    status,
    takes: takenBy(handler),
  };
}

/** An operation that a style has no way to offer. */
export interface NotOffered {
  /** Why not. */
  readonly notOffered: string;
}

/** The controllers that a style's operations need, each once: what its module registers. */
export function controllersOf(operations: Readonly<Record<string, OperationHandler | NotOffered>>): Type[] {
  return [...new Set(Object.values(operations).flatMap((held) => ('controller' in held ? [held.controller] : [])))];
}
