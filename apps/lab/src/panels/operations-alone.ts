import type { SwaggerUISystem } from 'swagger-ui-dist/swagger-ui-es-bundle.js';

/** The library's list of operations without its frame: heading, main landmark and sign-in are the page's own. */
export function operationsAlone({ React }: SwaggerUISystem) {
  const OperationsAlone = ({ getComponent }: Pick<SwaggerUISystem, 'getComponent'>): unknown =>
    React.createElement('div', { className: 'swagger-ui' }, React.createElement(getComponent('operations', true)));
  return { components: { OperationsAlone } };
}
