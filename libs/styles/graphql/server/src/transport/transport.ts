import type { ApolloDriverConfig } from '@nestjs/apollo';
import { answerHead } from './answer-head.ts';
import { persistedDocuments, type DocumentsPolicy } from './persisted-documents.ts';

/** How Apollo is mounted in Nest on Fastify, whatever schema it serves: what makes its HTTP the standard's. */
export function transport(
  documents: DocumentsPolicy,
  plugins: NonNullable<ApolloDriverConfig['plugins']> = [],
): Pick<ApolloDriverConfig, 'plugins' | 'preserveHttpStatusForExecutionErrors' | 'autoTransformHttpErrors'> {
  return {
    // First what is asked for is settled, last how it is answered.
    plugins: [persistedDocuments(documents), ...plugins, answerHead],
    // Status codes are said in answer-head.ts; Nest would set them to 200 after that.
    preserveHttpStatusForExecutionErrors: false,
    autoTransformHttpErrors: false,
  };
}
