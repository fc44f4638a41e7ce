import { actionItemEdge } from '../../shared/action-item/edge.ts';
import { alertEdge } from '../../shared/alert/edge.ts';

import { escalationEdge } from '../../shared/escalation/edge.ts';
import { incidentEdge } from '../../shared/incident/edge.ts';
import { oncallEdge } from '../../shared/oncall/edge.ts';
import { postmortemEdge } from '../../shared/postmortem/edge.ts';
import { runbookEdge } from '../../shared/runbook/edge.ts';
import type { EdgeRules } from '../../shared/slack/edge.ts';

/** One line for each noun whose modals the edge must know. */
export const edgeRules: readonly EdgeRules[] = [
  escalationEdge,
  incidentEdge,
  alertEdge,
  oncallEdge,
  runbookEdge,
  actionItemEdge,
  postmortemEdge,
];
