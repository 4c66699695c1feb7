/**
 * A stretch of a list: of a long one drawn while it is near the window, else its text as it was written, in the room that it
 * takes. The browser's search and a screen reader find the words there, and it is drawn as the window comes to it.
 */
import { type ReactNode, useRef } from 'react';
import { type Drawing, useDrawn } from './use-drawn.ts';
import './sparse.css';

interface SparseGroupProps {
  readonly drawing: Drawing;
  /** Begins as drawn, without waiting for its turn. */
  readonly atOnce: boolean;
  /** Is drawn wherever the window is. */
  readonly pinned: boolean;
  /** Height until it was drawn once, in CSS pixels. */
  readonly guessedHeight: number;
  /** What stands in it, unset. */
  readonly text: () => string;
  readonly children: () => ReactNode;
}

export function SparseGroup({ drawing, atOnce, pinned, guessedHeight, text, children }: SparseGroupProps) {
  const element = useRef<HTMLDivElement>(null);
  const { drawn, height } = useDrawn(element, drawing, atOnce);
  if (drawn || pinned) {
    return (
      <div ref={element} role="presentation">
        {children()}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of groups is no <ol>.
    <div ref={element} role="listitem" className="sparse-far" lang="en" style={{ height: height ?? guessedHeight }}>
      {text()}
    </div>
  );
}
