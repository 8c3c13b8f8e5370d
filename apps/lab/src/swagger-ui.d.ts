/** The part that is used of a package that comes without types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SentRequest {
    readonly headers: Record<string, string>;
  }

  interface SwaggerUIOptions {
    readonly domNode: HTMLElement;
    readonly url: string;
    readonly docExpansion?: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth?: number;
    readonly displayRequestDuration?: boolean;
    readonly filter?: boolean;
    readonly tryItOutEnabled?: boolean;
    readonly validatorUrl?: string | null;
    readonly requestInterceptor?: (request: SentRequest) => SentRequest;
  }

  const SwaggerUI: (options: SwaggerUIOptions) => void;
  // eslint-disable-next-line house/no-default-export -- it is how the package exports it
  export { SwaggerUI as default };
}
