import { TextField } from '@backstage/ui';
import { useState } from 'react';

/**
 * A text field that says what is wrong with its value, once the person has left it.
 *
 * @param props - `problem`: in the words of the API; `showAll`: say it at once, as after "Next"
 */
export function ProblemTextField(props: {
  label: string;
  description?: string;
  value: string | undefined;
  problem: string | undefined;
  showAll: boolean;
  isRequired?: boolean;
  onChange(value: string | undefined): void;
}) {
  const { label, description, value, problem, showAll, isRequired } = props;
  const [left, setLeft] = useState(false);
  const shown = (showAll || left) && problem ? problem : undefined;
  return (
    <TextField
      label={label}
      description={description}
      isRequired={isRequired}
      value={value ?? ''}
      validationBehavior="aria"
      validate={() => shown}
      onBlur={() => {
        setLeft(true);
        // A space that came with the clipboard would become part of what is registered.
        const trimmed = value?.trim();
        if (trimmed !== value) props.onChange(trimmed || undefined);
      }}
      onChange={text => props.onChange(text === '' ? undefined : text)}
    />
  );
}
