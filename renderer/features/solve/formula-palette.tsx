/** The shapes that a keyboard lacks, one press each. `#@` takes what is marked, `#?` is a hole to fill. */
import { useTranslation } from 'react-i18next';
import { Formula } from '../maths/typeset-text.tsx';

const SHAPES = [
  { name: 'fraction', shown: '\\tfrac{a}{b}', latex: '\\frac{#@}{#?}' },
  { name: 'power', shown: 'x^{n}', latex: '#@^{#?}' },
  { name: 'index', shown: 'x_{n}', latex: '#@_{#?}' },
  { name: 'root', shown: '\\sqrt{x}', latex: '\\sqrt{#0}' },
  { name: 'nthRoot', shown: '\\sqrt[n]{x}', latex: '\\sqrt[#?]{#0}' },
  { name: 'absolute', shown: '|x|', latex: '\\left|#0\\right|' },
  { name: 'pi', shown: '\\pi', latex: '\\pi' },
  { name: 'lessEqual', shown: '\\le', latex: '\\le' },
  { name: 'greaterEqual', shown: '\\ge', latex: '\\ge' },
  { name: 'times', shown: '\\times', latex: '\\times' },
  { name: 'plusMinus', shown: '\\pm', latex: '\\pm' },
  { name: 'sine', shown: '\\sin', latex: '\\sin\\left(#0\\right)' },
  { name: 'logarithm', shown: '\\log_b', latex: '\\log_{#?}\\left(#0\\right)' },
  { name: 'integral', shown: '\\int_a^b', latex: '\\int_{#?}^{#?}#0\\, dx' },
  { name: 'derivative', shown: '\\tfrac{d}{dx}', latex: '\\frac{d}{dx}\\left(#0\\right)' },
] as const;

export function FormulaPalette({ onInsert }: { readonly onInsert: (latex: string) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="formula-palette">
      <legend className="visually-hidden">{t('formula.shapes')}</legend>
      {SHAPES.map(({ name, shown, latex }) => (
        <button
          key={name}
          type="button"
          className="formula-shape"
          title={t(`formula.shape.${name}`)}
          onClick={() => onInsert(latex)}
        >
          <span className="visually-hidden">{t(`formula.shape.${name}`)}</span>
          <span aria-hidden="true">
            <Formula tex={shown} />
          </span>
        </button>
      ))}
    </fieldset>
  );
}
