export { isHoliday, isWorkDay, movedToWorkDay } from './work-days.ts';
