import type { FieldOptions } from '../FieldOptions';
import { ReviewField } from './ReviewField';

/** Shows what was entered; has no value of its own. */
export const reviewField: FieldOptions<null> = {
  name: 'CamundaIdentityReview',
  component: ReviewField,
  validation() {},
};
