import { expect, test } from 'vitest';
import { readFolderPath } from './folder-path.ts';

test('a folder is read as it is typed, pasted or dragged', () => {
  expect(readFolderPath("'/models/m1 3b/'")).toBe('/models/m1 3b');
  expect(readFolderPath('~/m1', '/home/ada')).toBe('/home/ada/m1');
  expect(readFolderPath('file:///models/m1%203b')).toBe('/models/m1 3b');
  expect(readFolderPath('file://elsewhere/models')).toBeNull();
  expect(readFolderPath('models/m1')).toBeNull();
});
