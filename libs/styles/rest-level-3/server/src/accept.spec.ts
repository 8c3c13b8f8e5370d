import { requireAccepted } from '@rungs/http';
import { describe, expect, it } from 'vitest';
import { HAL, HAL_FORMS } from './hal.ts';

describe('RFC 9110 §12.5.1: of forms and plain HAL, the media type to answer with', () => {
  it.each([
    [undefined, HAL_FORMS],
    ['*/*', HAL_FORMS],
    [HAL, HAL],
    [`${HAL_FORMS};q=0.5, ${HAL}`, HAL],
    [`${HAL}, ${HAL_FORMS}`, HAL],
    ['application/*;q=0.3', HAL_FORMS],
    [`*/*, ${HAL_FORMS};q=0`, HAL],
    ['text/html, */*;q=0.8', HAL_FORMS],
    // Parameters that we do not know take nothing away.
    [`${HAL};v=2`, HAL],
    [`${HAL_FORMS};profile="https://example.net/p"`, HAL_FORMS],
  ])('%s is answered with %s', (accept, mediaType) => {
    expect(requireAccepted({ headers: { accept } }, [HAL_FORMS, HAL])).toBe(mediaType);
  });

  it.each(['text/html', 'application/json', `${HAL};q=0`])('§15.5.7: %s is refused with what there is', (accept) => {
    expect(() => requireAccepted({ headers: { accept } }, [HAL_FORMS, HAL])).toThrow(
      'application/prs.hal-forms+json, application/hal+json',
    );
  });
});
