/** Ways to put a question that is complete in itself, after what is told first. */
export const ASKED: readonly string[] = [
  '{told}{ask}',
  '{told}{ask} ',
  'Question 3. {told}{ask}',
  '1) {told}{ask}',
  'a) {told}{ask}',
  'Help me with this: {told}{ask}',
  'Work this out. {told}{ask}',
  'homework: {told}{ask}',
  'Please answer: {told}{ask}',
  'Step by step: {told}{ask}',
  'i am stuck. {told}{ask}',
  'Exercise 12. {told}{ask}',
  'Can you solve this? {told}{ask}',
  'Quick one: {told}{ask}',
  'Show your working. {told}{ask}',
  'My teacher asks: {told}{ask}',
];
