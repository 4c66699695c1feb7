/** Hands a text to the browser to be saved where the learner keeps such files. */

/** Characters of a problem that go into a file's name. */
const NAME_LENGTH = 40;

export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** @returns a name of letters, digits and dashes that any system takes */
export function fileName(problem: string, extension: string): string {
  const words = problem.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, NAME_LENGTH).join('').replace(/-$/, '');
  return `${name === '' ? 'solution' : name}.${extension}`;
}
