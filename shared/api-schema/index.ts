export { ActionItem, itemOut } from './action-item.ts';
export { Call, callOut } from './call.ts';
export { iso, isoOrNull, Person, type Place, personOut, time } from './common.ts';
export { Incident, incidentOut } from './incident.ts';
export { Postmortem, postmortemOut } from './postmortem.ts';
