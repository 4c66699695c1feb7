/** What scrolls a list of steps, as a selector: a dialog that it lies in, else the screen. */
export const SCROLLER = 'dialog, .solve';
