export { allows, type Role, roleOf, roles } from './roles.ts';
export { WebConfig } from './schemas.ts';
