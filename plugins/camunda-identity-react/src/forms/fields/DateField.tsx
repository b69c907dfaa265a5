import { DatePicker } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import type { FormState } from '../FormState';
import { valueAt } from '../paths';
import { Doubts } from './Doubts';
import { Problem } from './Problem';
import styles from '../forms.module.css';

/** ISO 8601 starts with the day. */
const DAY = 10;

function dayOf(value: unknown) {
  try {
    return parseDate(String(value).slice(0, DAY));
  } catch {
    // A value in another format is shown as empty.
    return null;
  }
}

/**
 * A date of the record, stored as the start of the day in UTC.
 *
 * @public
 */
export function DateField(props: {
  form: FormState;
  path: string;
  label: string;
  description?: string;
}) {
  const { form, path, label, description } = props;
  return (
    <div data-field={path} className={styles.cell}>
      <DatePicker
        label={label}
        description={description}
        value={dayOf(valueAt(form.data, path))}
        onChange={day =>
          form.set(path, day ? `${day.toString()}T00:00:00.000Z` : undefined)
        }
      />
      <Problem form={form} path={path} />
      <Doubts form={form} path={path} />
    </div>
  );
}
