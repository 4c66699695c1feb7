/**
 * A visual editor for the formula at the caret of the problem box: what is built here stands in the box as LaTeX at once. It is
 * loaded when it is first opened, uses the fonts that are there already, and makes no sound.
 */
import { MathfieldElement } from 'mathlive';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormulaPalette } from './formula-palette.tsx';
import { formulaAt, plainLatex, putFormula } from './formula-target.ts';
import './formula-editor.css';

// KaTeX's fonts, which the page has, go by the names that the editor looks for.
MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;

interface FormulaEditorProps {
  readonly draft: string;
  /** Place of the caret in the draft. */
  readonly caret: number;
  readonly onType: (draft: string) => void;
  /** Enter. */
  readonly onSubmit: () => void;
  /** Escape: back to the text. */
  readonly onLeave: () => void;
}

export function FormulaEditor(props: FormulaEditorProps) {
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<MathfieldElement | null>(null);
  const target = useRef(formulaAt(props.draft, props.caret));
  const newest = useRef(props);
  newest.current = props;
  const { draft, caret } = props;

  useEffect(() => {
    const element = makeField(t('formula.label'));
    field.current = element;
    element.addEventListener('input', () => {
      const put = putFormula(newest.current.draft, target.current, plainLatex(element.value));
      target.current = put.target;
      newest.current.onType(put.text);
    });
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        newest.current.onLeave();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        newest.current.onSubmit();
      }
    });
    host.current?.append(element);
    // Only an editor that stands in the page takes a value and has a menu to take away.
    element.value = target.current.latex;
    element.menuItems = [];
    element.focus();
    return () => element.remove();
  }, [t]);

  useEffect(() => {
    MathfieldElement.locale = i18n.language;
  }, [i18n.language]);

  // Typing or moving about in the box brings its formula in here; typing in here does not come back.
  useEffect(() => {
    const element = field.current;
    // The editor itself hears of a lost focus only later.
    if (element === null || document.activeElement === element) return;
    target.current = formulaAt(draft, caret);
    if (element.value !== target.current.latex) element.value = target.current.latex;
  }, [draft, caret]);

  function insert(latex: string): void {
    field.current?.executeCommand(['insert', latex, { focus: true }]);
    field.current?.focus();
  }

  return (
    <section className="formula" aria-label={t('formula.label')} data-testid="formula-editor">
      <div ref={host} className="formula-host" />
      <FormulaPalette onInsert={insert} />
      <p className="formula-hint">{t('formula.hint')}</p>
    </section>
  );
}

function makeField(label: string): MathfieldElement {
  const element = new MathfieldElement();
  element.className = 'formula-field';
  element.mathVirtualKeyboardPolicy = 'manual';
  element.smartFence = true;
  element.setAttribute('aria-label', label);
  return element;
}
