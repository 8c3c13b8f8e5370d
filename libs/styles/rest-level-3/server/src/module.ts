import { Module } from '@nestjs/common';
import { provideStyleErrors } from '@rungs/http';
import { AccountingController } from './accounting/accounting.controller.ts';
import { BasketController } from './basket/basket.controller.ts';
import { ConsumerController } from './consumer/consumer.controller.ts';
import { DeliveryController } from './delivery/delivery.controller.ts';
import { HomeController, RelationController } from './home/home.controller.ts';
import { KitchenController } from './kitchen/kitchen.controller.ts';
import { OrderController } from './order/order.controller.ts';
import { refusalFilter } from './refusal.filter.ts';
import { RestaurantController } from './restaurant/restaurant.controller.ts';

@Module({
  controllers: [
    HomeController,
    RelationController,
    OrderController,
    RestaurantController,
    ConsumerController,
    BasketController,
    KitchenController,
    DeliveryController,
    AccountingController,
  ],
  providers: [provideStyleErrors(refusalFilter)],
})
export class RestLevel3Module {}
