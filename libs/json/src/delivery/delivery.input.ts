import { id, inputParser, members } from '../input-parser.ts';

export const deliveryInputs = {
  getDelivery: inputParser<'getDelivery'>(members({ orderId: id })),
  getCourier: inputParser<'getCourier'>(members({ courierId: id })),
};
