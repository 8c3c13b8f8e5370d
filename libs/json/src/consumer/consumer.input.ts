import { id, inputParser, members } from '../input-parser.ts';

export const consumerInputs = {
  getConsumer: inputParser<'getConsumer'>(members({ consumerId: id })),
};
