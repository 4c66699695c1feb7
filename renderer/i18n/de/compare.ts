/** Two samples side by side, in German. */
export const compare = {
  open: 'Vergleichen',
  title: 'Zwei Lösungswege nebeneinander',
  left: 'Linker Lösungsweg',
  right: 'Rechter Lösungsweg',
  rows: 'Schritte beider Lösungswege',
  sample: 'Lösungsweg {{number}}: {{answer}}',
  sampleNoAnswer: 'Lösungsweg {{number}}: keine Antwort',
  same: 'Beide gehen dieselben Schritte.',
  partAt: 'In Zeile {{row}} trennen sie sich.',
  partHere: 'Hier trennen sie sich',
  fails: 'Schritt {{step}} von Lösungsweg {{sample}} folgt nicht: {{note}}',
  failsPlain: 'Schritt {{step}} von Lösungsweg {{sample}} folgt nicht.',
  rowSame: 'Zeile {{row}}: gleich',
  rowDiffers: 'Zeile {{row}}: verschieden',
  gap: 'Lösungsweg {{number}} hat hier keinen Schritt',
} as const;
