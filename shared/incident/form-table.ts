import { type FormOf, impactForm, rolesForm, severityForm, statusForm, updateForm } from './forms.ts';
import { correctForm } from './forms-correct.ts';
import { dutiesForm } from './forms-duties.ts';
import { editForm } from './forms-update.ts';

/** The forms that change an incident, by the verb of command and button. */
export const forms: Readonly<Record<string, FormOf>> = {
  status: statusForm,
  impact: impactForm,
  severity: severityForm,
  roles: rolesForm,
  update: updateForm,
  correct: correctForm,
  edit: editForm,
  duties: dutiesForm,
};
