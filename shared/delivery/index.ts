export { evolve as evolveDelivery } from './evolve.ts';
export {
  type Attempt,
  DELIVERY_STATUSES,
  type Delivery,
  type DeliveryEvent,
  type DeliveryStatus,
  type Dropped,
  deliveryPath,
  EVENT_KINDS,
  type EventKind,
  isDeliveryId,
  isEventKind,
  type Listener,
  type Listeners,
  listenersPath,
  SEND,
} from './model.ts';
export { announceBy, deliveryOf, differs, type News, sendTask } from './plan.ts';
