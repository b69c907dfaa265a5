import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import validator from '@rjsf/validator-ajv8';
import { screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReactNode } from 'react';
import { parse } from 'yaml';
import { camundaIdentityFieldExtensions } from './legacy';

const TEMPLATE = parse(
  readFileSync(
    resolve(
      __dirname,
      '../../../templates/connect-oidc-provider/template.yaml',
    ),
    'utf8',
  ),
);

/** The template's fields of ours, by property. */
function fieldsOfTemplate(): Record<string, string> {
  const properties = TEMPLATE.spec.parameters.flatMap((step: any) =>
    Object.entries(step.properties ?? {}),
  );
  return Object.fromEntries(
    properties
      .map(([name, schema]: any) => [name, schema['ui:field']])
      .filter(([, field]: any) => field?.startsWith('CamundaIdentity')),
  );
}

const TYPES: Record<string, 'string' | 'null' | 'array'> = {
  CamundaIdentityEntity: 'string',
  CamundaIdentityMachineClients: 'array',
  CamundaIdentityName: 'string',
  CamundaIdentityReview: 'null',
};

/** As the scaffolder's old page collects its children and hands them to the form. */
function TemplateForm(props: { outlet: ReactNode }) {
  const extensions = useCustomFieldExtensions<any>(props.outlet);
  const fields = Object.fromEntries(
    extensions.map(({ name, component }) => [name, component]),
  );
  const ours = fieldsOfTemplate();
  return (
    <Form
      validator={validator}
      fields={fields}
      formContext={{ formData: { camundaVersion: '8.7' } }}
      schema={{
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(ours).map(([name, field]) => [
            name,
            { type: TYPES[field] ?? 'object' },
          ]),
        ),
      }}
      uiSchema={Object.fromEntries(
        Object.entries(ours).map(([name, field]) => [
          name,
          { 'ui:field': field },
        ]),
      )}
    />
  );
}

it('the old scaffolder page shows every field that the template names', async () => {
  expect(Object.values(fieldsOfTemplate()).sort()).toEqual([
    'CamundaIdentityComponents',
    'CamundaIdentityEntity',
    'CamundaIdentityInitialClaim',
    'CamundaIdentityMachineClients',
    'CamundaIdentityName',
    'CamundaIdentityProvider',
    'CamundaIdentityReview',
  ]);
  const fetch = async () => Response.json({ items: [] });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [fetchApiRef, { fetch }],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <TemplateForm
        outlet={
          <ScaffolderFieldExtensions>
            {camundaIdentityFieldExtensions}
          </ScaffolderFieldExtensions>
        }
      />
    </TestApiProvider>,
  );
  expect(
    await screen.findByRole('radio', { name: 'Any OpenID Connect provider' }),
  ).toBeVisible();
  expect(
    await screen.findByRole('textbox', { name: /Management Identity URL/ }),
  ).toBeVisible();
  expect(
    await screen.findByRole('button', { name: 'Add a machine client' }),
  ).toBeVisible();
  expect(
    await screen.findByRole('textbox', { name: /Claim value/ }),
  ).toBeVisible();
  expect(
    await screen.findByRole('button', { name: /System that runs Camunda/ }),
  ).toBeVisible();
  expect(
    await screen.findByRole('textbox', { name: /Name of the connection/ }),
  ).toBeVisible();
  expect(
    await screen.findByRole('list', { name: 'Applications at the provider' }),
  ).toBeInTheDocument();
});

it('there is every field that any template of the suite names', async () => {
  const folder = resolve(__dirname, '../../../templates');
  const { spec } = parse(readFileSync(resolve(folder, 'all.yaml'), 'utf8'));
  const named = spec.targets.flatMap((target: string) => [
    ...readFileSync(resolve(folder, target), 'utf8').matchAll(
      /ui:field: (CamundaIdentity\w+)/g,
    ),
  ]);
  const there: string[] = [];
  function Names() {
    const outlet = (
      <ScaffolderFieldExtensions>
        {camundaIdentityFieldExtensions}
      </ScaffolderFieldExtensions>
    );
    const extensions = useCustomFieldExtensions<any>(outlet);
    there.push(...extensions.map(({ name }) => name));
    return <p>read</p>;
  }
  await renderInTestApp(<Names />);
  expect(await screen.findByText('read')).toBeVisible();
  expect(there).toEqual(
    expect.arrayContaining(named.map(([, field]: string[]) => field)),
  );
});
