/** Whether a text is the id of a person in Slack: neither a channel's nor a group's, and no word. */
export const isPerson = (id: string): boolean => /^[UW][A-Z0-9]{2,}$/.test(id);
