export { type ErrorAnswer, googleAnswer, isWithoutCredentials, propertyOf } from './answer.ts';
export { orAbort } from './or-abort.ts';
