/** The members of MathLive that are used. Its own types name the build without a page, since Node's way of resolving finds that first. */
declare module 'mathlive' {
  export class MathfieldElement extends HTMLElement {
    /** null: no fonts are fetched. */
    static fontsDirectory: string | null;
    /** null: silent. */
    static soundsDirectory: string | null;
    static locale: string;
    /** LaTeX. */
    value: string;
    mathVirtualKeyboardPolicy: 'auto' | 'manual' | 'sandboxed';
    smartFence: boolean;
    menuItems: readonly object[];
    executeCommand(command: readonly [name: string, ...parameters: readonly unknown[]]): boolean;
  }
}
