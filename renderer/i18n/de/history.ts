/** Earlier problems, in German. */
import type { Strings } from '../en.ts';

export const history: Strings['history'] = {
  search: 'Verlauf durchsuchen',
  topics: 'Themen',
  empty: 'Gelöste Aufgaben werden hier aufbewahrt, auf diesem Computer.',
  noMatch: 'Nichts passt zu „{{query}}“.',
  failed: 'Der Verlauf konnte nicht gelesen werden.',
  delete: 'Löschen',
  deleteNamed: '{{problem}} löschen',
  deleted: 'Gelöscht.',
  favourite: 'Favorit',
  favouriteNamed: 'Favorit: {{problem}}',
  rename: 'Umbenennen',
  renameNamed: '{{problem}} umbenennen',
  name: 'Name',
  save: 'Speichern',
  undo: 'Rückgängig',
  running: 'läuft',
  queued: 'wartet',
  interrupted: 'unterbrochen',
  stopped: 'angehalten',
  failedSolve: 'fehlgeschlagen',
};
