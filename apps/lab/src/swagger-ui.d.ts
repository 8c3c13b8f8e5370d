/** The part that is used of a package that comes without types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SentRequest {
    readonly headers: Record<string, string>;
  }

  /** What its plugins are given: the React that it brings along, and its parts by name. */
  export interface SwaggerUISystem {
    readonly React: {
      createElement(type: unknown, props?: object | null, ...children: readonly unknown[]): unknown;
    };
    getComponent(name: string, isContainer?: boolean): unknown;
  }

  interface SwaggerUIOptions {
    readonly domNode: HTMLElement;
    readonly spec: object;
    readonly plugins?: readonly ((system: SwaggerUISystem) => { readonly components: object })[];
    readonly layout?: string;
    readonly docExpansion?: 'list' | 'full' | 'none';
    readonly displayRequestDuration?: boolean;
    readonly tryItOutEnabled?: boolean;
    readonly requestInterceptor?: (request: SentRequest) => SentRequest;
  }

  const SwaggerUI: (options: SwaggerUIOptions) => void;
  // eslint-disable-next-line house/no-default-export -- it is how the package exports it
  export { SwaggerUI as default };
}
