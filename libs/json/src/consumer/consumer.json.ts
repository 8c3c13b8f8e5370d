import type { ConsumerView } from '@rungs/application';
import type { ConsumerJson } from '../outcomes.ts';

export function representConsumer({ id, version, name, email, addresses }: ConsumerView): ConsumerJson {
  return {
    id,
    version,
    name,
    ...(email !== undefined && { email }),
    ...(addresses && { addresses }),
  };
}
