import type { GraphqlExample } from '@rungs/clients';
import { Link } from '@tanstack/react-router';
import type { WrittenOperation } from './graphiql/address-bridge.tsx';
import { MarkedText } from './marked-text.tsx';

/** An example as it stands in the editors. */
export function writtenExample({ query, variables }: GraphqlExample): WrittenOperation {
  return { query, variables: Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, undefined, 2) };
}

/** Operations to start from, each a link to the page with it in the editor. */
export function ExampleOperations(props: {
  readonly examples: readonly GraphqlExample[];
  /** The operation in the editor. */
  readonly shown: string | undefined;
}) {
  return (
    <ul className="examples">
      {props.examples.map((example) => {
        const { query, variables } = writtenExample(example);
        return (
          <li key={example.title} data-shown={query === props.shown}>
            <Link
              to="/explore/graphql"
              search={(before) => ({
                query,
                ...(variables !== '' && { variables }),
                ...(example.as === undefined ? before.as !== undefined && { as: before.as } : { as: example.as }),
              })}
              resetScroll={false}
              className="example-title"
            >
              {example.title}
            </Link>{' '}
            <span className="example-as">as {example.as ?? 'anybody'}</span>{' '}
            <span className="example-about">
              <MarkedText text={example.about} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
