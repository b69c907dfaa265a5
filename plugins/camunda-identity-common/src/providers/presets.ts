import { z } from 'zod';
import { line } from '../fields/line';
import { nameSchema } from '../fields/name';
import { createProviderSchema } from './schema';
import type { ProviderSummary } from './summary';

/** A web page: unlike a provider's addresses it may have a query and a fragment. */
const link = line(2048, 'a URL').refine(
  value => URL.canParse(value) && /^https?:\/\//i.test(value),
  { error: 'expected an absolute http(s) URL' },
);

/**
 * Providers that a platform team has configured, so that teams choose one instead of typing its address. At
 * most one is the default.
 *
 * @param clouds - names of the Microsoft clouds that this installation knows
 * @public
 */
export function createPresetsSchema(clouds?: readonly string[]) {
  const preset = z.strictObject({
    name: nameSchema,
    title: line(200, 'a title'),
    description: line(1000, 'a description').optional(),
    docsUrl: link.optional(),
    provider: createProviderSchema(clouds),
    default: z.boolean({ error: 'expected true or false' }).optional(),
  });
  return z
    .array(preset, { error: 'expected a list of presets' })
    .superRefine((presets, ctx) => {
      presets.forEach(({ name }, n) => {
        if (presets.findIndex(other => other.name === name) !== n)
          ctx.addIssue({
            code: 'custom',
            path: [n, 'name'],
            message: 'stands there twice',
          });
      });
      if (presets.filter(entry => entry.default).length > 1)
        ctx.addIssue({
          code: 'custom',
          path: [],
          message: 'more than one of them is the default',
        });
    });
}

/** @public */
export type ProviderPreset = z.output<
  ReturnType<typeof createPresetsSchema>
>[number];

/**
 * A preset in the API's representation.
 *
 * @public
 */
export interface ProviderPresetAnswer extends ProviderPreset {
  providerSummary: ProviderSummary;
}
