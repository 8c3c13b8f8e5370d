import { id, inputParser, members } from '../input-parser.ts';

export const accountingInputs = {
  getBill: inputParser<'getBill'>(members({ orderId: id })),
};
