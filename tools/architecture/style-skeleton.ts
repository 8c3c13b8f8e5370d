/** The contexts of the domain: each is a folder of the same name in every style's server. */
const CONTEXTS = ['order', 'restaurant', 'consumer', 'basket', 'kitchen', 'delivery', 'accounting'] as const;

/** Files that answer the same question in every style's server, whatever the style. */
const EVERY_SERVER = ['index.ts', 'module.ts', 'refusal.filter.ts', 'conformance.int.spec.ts'];

/** Files that answer the same question in every style's client. */
export const EVERY_CLIENT = ['index.ts', 'client.ts', 'scenarios/order-details.ts'];

/** A file that one style has and the others have not, with the reason. */
interface Addition {
  /** The path below `server/src`. */
  file: string;
  reason: string;
}

interface StyleShape {
  /** The files of one context folder, named after the context. */
  contextFiles: string[];
  /** Why these are not the files that the other styles have. */
  contextFilesReason?: string;
  adds: Addition[];
}

const ROUTES_AND_BODIES = ['.controller.ts', '.representation.ts'];

/** What each style's server looks like; a difference is an entry here, and an entry has a reason. */
export const STYLE_SHAPES: Record<string, StyleShape> = {
  'rest-level-0': {
    contextFiles: ROUTES_AND_BODIES,
    adds: [
      { file: 'endpoint.controller.ts', reason: 'the one address that everything is sent to' },
      { file: 'language.ts', reason: 'which of the two languages is spoken, and which is to be answered in' },
      { file: 'openrpc.ts', reason: 'the document that says what can be called' },
      { file: 'json-rpc.ts', reason: 'the envelope: what HTTP would say by itself is said in the body' },
      { file: 'plain-xml.ts', reason: 'the other envelope, plain old XML' },
      { file: 'well-formed.ts', reason: 'what the parser of XML lets pass and XML does not' },
      { file: 'procedures.ts', reason: 'the table of operations by name: what the other levels have addresses for' },
    ],
  },
  'rest-level-1': {
    contextFiles: ROUTES_AND_BODIES,
    adds: [
      { file: 'level.ts', reason: 'its addresses and the decorator that names the style' },
      { file: 'action.ts', reason: 'the action in the body: what level 2 has verbs for' },
      { file: 'description.ts', reason: 'what a resource can be told to do, told by itself' },
    ],
  },
  'rest-level-2': {
    contextFiles: ROUTES_AND_BODIES,
    adds: [
      { file: 'level.ts', reason: 'its addresses and the decorator that names the style' },
      { file: 'operations.ts', reason: 'which handler, with which verb and address, does each operation' },
      { file: 'patch/patchable.ts', reason: 'what of each thing a PATCH may change' },
      { file: 'patch/patch-input.ts', reason: 'a patch of what is shown as the input of an operation' },
      { file: 'patch/merge-patch.ts', reason: 'a change that says only what shall change: RFC 7396' },
      { file: 'patch/json-patch.ts', reason: 'a change as a list of steps: RFC 6902' },
      { file: 'patch/deprecation.ts', reason: 'a media type that is on its way out, and until when' },
      { file: 'restaurant/photo.controller.ts', reason: 'bytes with a media type of their own instead of JSON' },
      { file: 'order/order-lines.ts', reason: 'lines are shown with more than a patch may say of them' },
      { file: 'order/order-events.controller.ts', reason: 'what happens to an order, as it happens' },
      { file: 'order/expanded-order.ts', reason: 'an order with its parts in it, for `expand`' },
      { file: 'selection/selection.ts', reason: '`fields` and `expand`: level 3 has links and embeds for it' },
      { file: 'selection/names.ts', reason: 'dotted names as trees, and what is left of an answer by them' },
      { file: 'selection/members.ts', reason: 'which names there are, from the schemas of the answers' },
      { file: 'selection/parts.ts', reason: 'what may be brought along with what, as a table that ends' },
      { file: 'selection/asked-list.ts', reason: 'a list asked for by GET or, with a content, by QUERY' },
      { file: 'openapi/openapi.controller.ts', reason: 'the document that level 3 does without' },
      { file: 'openapi/document.ts', reason: 'the document, made from the table of operations' },
      { file: 'openapi/parameters.ts', reason: 'of it, what stands in addresses and header fields of requests' },
      { file: 'openapi/bodies.ts', reason: 'of it, what requests carry' },
      { file: 'openapi/queries.ts', reason: 'of it, the lists that are asked for by QUERY' },
      { file: 'openapi/responses.ts', reason: 'of it, what is answered' },
      { file: 'openapi/selected.ts', reason: 'of it, what is answered in part' },
      { file: 'openapi/header-fields.ts', reason: 'of it, the header fields of answers' },
      { file: 'openapi/problems.ts', reason: 'of it, what is refused' },
      { file: 'openapi/further-paths.ts', reason: 'of it, what is beside the operations' },
      { file: 'openapi/examples.ts', reason: 'of it, requests that can be sent as they stand' },
    ],
  },
  'rest-level-3': {
    contextFiles: ROUTES_AND_BODIES,
    adds: [
      { file: 'level.ts', reason: 'its addresses and the decorator that names the style' },
      { file: 'hal.ts', reason: 'the hypermedia format: links and embedded resources' },
      { file: 'operations.ts', reason: 'which handler, with which verb and address, does each operation' },
      { file: 'paths.ts', reason: 'its addresses as data, and all of them renamed: no client of this style knows any' },
      { file: 'embedding.ts', reason: 'what comes along with its link for who asks' },
      { file: 'forms.ts', reason: 'what can be done next, as forms the client fills in' },
      { file: 'fields.ts', reason: 'the fields that several forms have' },
      { file: 'unfold.ts', reason: 'forms are flat and operations are not: the one rule between the two' },
      { file: 'restaurant/menu.representation.ts', reason: 'menus and dishes with their forms: enough for a file' },
      { file: 'restaurant/photo.controller.ts', reason: 'bytes with a media type of their own instead of HAL' },
      { file: 'home/home.controller.ts', reason: 'the only address a client has to know' },
      { file: 'home/home.representation.ts', reason: 'the links that the rest is reached by' },
      { file: 'order/order-events.controller.ts', reason: 'what happens to an order, as it happens' },
      { file: 'order/order-events.representation.ts', reason: 'each event links to what has changed' },
      { file: 'home/vocabulary.ts', reason: 'what its names mean: other levels leave that to documents' },
      { file: 'home/relation.representation.ts', reason: 'the page behind the name of a relation' },
      { file: 'home/profile.representation.ts', reason: 'all names as an ALPS profile' },
    ],
  },
  graphql: {
    contextFiles: ['.graphql', '.resolver.ts'],
    contextFilesReason: 'the schema is written by hand, and resolvers answer straight from the domain and its views',
    adds: [
      { file: 'node/node.graphql', reason: 'the roots of the graph, global ids and pages: no context owns them' },
      { file: 'node/node.resolver.ts', reason: 'any thing by its global id' },
      { file: 'restaurant/menu.graphql', reason: 'a menu, its dishes, photos and imports: types enough for a file' },
      { file: 'restaurant/menu.resolver.ts', reason: 'what answers them' },
      { file: 'operations.ts', reason: 'which field answers each operation: a missing one does not compile' },
      { file: 'values/values.graphql', reason: 'money, addresses, places and instants, which every context uses' },
      { file: 'values/date-time.scalar.ts', reason: 'a scalar that GraphQL does not have' },
      { file: 'values/minor-units.scalar.ts', reason: 'another: its integers end at 32 bits' },
      { file: 'values/email-address.scalar.ts', reason: 'a third, which only says what a text is' },
      { file: 'refusal.graphql', reason: 'refusals as data: a type for each kind of details' },
      { file: 'user-errors.ts', reason: 'what a mutation refuses, as data in its payload' },
      { file: 'graphql-errors.ts', reason: 'what else is refused, as top-level errors' },
      { file: 'enums.ts', reason: 'GraphQL spells names that all styles share in capitals' },
      { file: 'global-id.ts', reason: 'opaque ids of things of any type' },
      { file: 'connection.ts', reason: 'Relay’s pages over the use cases’' },
      { file: 'look-ahead.ts', reason: 'one statement for whatever a query selects' },
      { file: 'delivery/courier.graphql', reason: 'couriers beside their deliveries: types enough for a file' },
      { file: 'order/order-history.graphql', reason: 'a list made for one screen, with types of its own' },
      { file: 'order/order-events.graphql', reason: 'what can be followed: the third root of the graph' },
      { file: 'order/order-events.resolver.ts', reason: 'what answers it, event by event' },
      { file: 'limits/limits.ts', reason: 'a client may ask for anything: how much is too much' },
      { file: 'limits/limit-rules.ts', reason: 'those limits as rules of validation, for every door' },
      { file: 'limits/limit-error.ts', reason: 'what is said of them' },
      { file: 'limits/text-limit.ts', reason: 'the limit that holds before anything is parsed' },
      { file: 'limits/document-store.ts', reason: 'parsed documents, kept by the memory that they take' },
      { file: 'limits/cost.graphql', reason: 'the directives by which the schema says what things cost' },
      { file: 'limits/cost.ts', reason: 'what an operation costs, from those' },
      { file: 'limits/cost-limit.ts', reason: 'its limit, told with every answer' },
      { file: 'limits/time-limit.ts', reason: 'one request may be many reads: how long they may take in all' },
      { file: 'subscriptions/apollo-instance.ts', reason: 'the one server that all doors lead into' },
      { file: 'subscriptions/subscribing.ts', reason: 'a subscription as Apollo Server would begin it, if it did' },
      {
        file: 'subscriptions/unconditional-root.ts',
        reason: 'a rule of the specification that graphql-js has not yet',
      },
      { file: 'subscriptions/answer-stream.ts', reason: 'its answers, one at a time, until the credential ends' },
      { file: 'subscriptions/graphql-sockets.ts', reason: 'the door for WebSockets' },
      { file: 'subscriptions/graphql-socket.ts', reason: 'one of them: its actor, its budget, its pace' },
      { file: 'subscriptions/event-stream-door.ts', reason: 'the door for server-sent events' },
      { file: 'subscriptions/refused-operation.ts', reason: 'what a door says of what is refused' },
      { file: 'transport/transport.ts', reason: 'how Apollo Server is mounted, whatever its schema' },
      { file: 'transport/answer-head.ts', reason: 'statuses: GraphQL over HTTP says which' },
      { file: 'transport/media-type.ts', reason: 'in which of its two media types an answer is given' },
      { file: 'transport/persisted-documents.ts', reason: 'a hash in place of a text' },
      { file: 'transport/trusted-documents.ts', reason: 'the texts that are known before anybody asks' },
      { file: 'transport/trusted-documents.generated.ts', reason: 'the list of them, made from the clients' },
      { file: 'transport/cache-control.graphql', reason: 'the directive by which the schema says for whom things are' },
      { file: 'transport/cache-scope.ts', reason: 'whether an answer is the same for all, from that' },
      { file: 'transport/cache-hints.ts', reason: 'what caches are told of a GET' },
      { file: 'resolver-failures.ts', reason: 'resolvers fail in a thousand ways; one of them is told' },
      { file: 'context.ts', reason: 'what the resolvers of one request share' },
      { file: 'defect-log.ts', reason: 'resolver errors never reach the exception filter that logs elsewhere' },
      { file: 'nodes.ts', reason: 'the objects behind the types, and the proof that every field is answered' },
      { file: 'schema.generated.ts', reason: 'the SDL as one text, so that none is read at run time' },
      { file: 'types.generated.ts', reason: 'the types of arguments and answers, made from the SDL' },
    ],
  },
};

/** Every file expected below `server/src` of a style, sorted; specs beside the code are not listed. */
export function expectedServerFiles(style: string): string[] {
  const { contextFiles, adds } = STYLE_SHAPES[style]!;
  return [
    ...EVERY_SERVER,
    ...CONTEXTS.flatMap((context) => contextFiles.map((suffix) => `${context}/${context}${suffix}`)),
    ...adds.map(({ file }) => file),
  ].sort();
}
