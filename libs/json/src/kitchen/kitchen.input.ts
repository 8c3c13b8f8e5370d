import { id, inputParser, members } from '../input-parser.ts';

export const kitchenInputs = {
  getTicket: inputParser<'getTicket'>(members({ orderId: id })),
};
