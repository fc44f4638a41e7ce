export { type ErrorAnswer, googleAnswer, isWithoutCredentials, propertyOf } from './answer.ts';
