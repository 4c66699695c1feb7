/** Export and import of solves, in English. */
export const exchange = {
  exportAll: 'Export all',
  import: 'Import…',
  file: 'File to import',
  hint: 'Everything you solved, as one JSON file; or such a file back into the history.',
  busy: 'Working…',
  exported: 'Exported.',
  nothing: 'There is nothing to export yet.',
  imported_one: '{{count}} problem imported.',
  imported_other: '{{count}} problems imported.',
  tooLarge: 'The file is larger than {{megabytes}} MB. Export it in parts and import those.',
  notJson: 'This file is not JSON. Choose one that Quorum exported.',
  foreign: 'This file holds no problems from Quorum. Choose one that Quorum exported.',
  newer: 'A newer Quorum wrote this file. Update this one first.',
  invalid: 'This file is damaged at {{at}}. Nothing was imported; export it again.',
} as const;
