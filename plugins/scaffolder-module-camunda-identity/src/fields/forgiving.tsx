import { useCallback, useRef } from 'react';
import type { FieldOptions } from './FieldOptions';

type FieldValidation = Parameters<FieldOptions['validation']>[1];

function trial(): FieldValidation & { __errors: string[] } {
  const errors: string[] = [];
  return { __errors: errors, addError: message => errors.push(message) };
}

/**
 * A field whose refusal goes as soon as its value is right. Backstage's form asks only at *Next* and keeps what was
 * said then until the next *Next*; it shows what the list of the refusal has in it, so that is what is emptied.
 */
export function forgiving<T>(options: FieldOptions<T>): FieldOptions<T> {
  const { name, component: Field, validation } = options;
  // A page has one form.
  let refused: {
    by: FieldValidation;
    context: Parameters<typeof validation>[2];
  };
  const forgive = (value: T) => {
    const errors = refused?.by.__errors ?? [];
    if (errors.length === 0) return;
    const again = trial();
    // What only a server knows is asked at Next; the field itself tells it before.
    validation(value, again, refused.context);
    if (again.__errors.length === 0) errors.splice(0);
  };
  return {
    name,
    async validation(value, by, context) {
      refused = { by, context };
      await validation(value, by, context);
    },
    component: function Forgiving(props) {
      const latest = useRef(props.onChange);
      latest.current = props.onChange;
      const onChange = useCallback<typeof props.onChange>((value, ...rest) => {
        forgive(value as T);
        latest.current(value, ...rest);
      }, []);
      return <Field {...props} onChange={onChange} />;
    },
  };
}
