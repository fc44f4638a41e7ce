export { setWanted, turnedOff, wants } from './keep.ts';
export { ALWAYS, type Always, MUTED, type Muted, OPTIONAL, type Optional } from './model.ts';
export { type NotificationText, notificationText } from './text.ts';
