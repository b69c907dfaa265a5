import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Radio,
  RadioGroup,
  Select,
  Text,
} from '@backstage/ui';
import {
  CAMUNDA_VERSIONS,
  componentsOf,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import { useQueryState } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { ComponentFields } from './ComponentFields';
import styles from './Edit.module.css';
import { editableOf, type Draft } from './editable';
import { Field, type FormState } from './Field';
import { MergeDialog } from './MergeDialog';
import { withValue } from './mergePatch';
import { useSave } from './useSave';
import { validate } from './validate';

/** Focuses a field; a path of several goes to the first. */
function focusField(form: HTMLElement | null, path: string) {
  const field = [...(form?.querySelectorAll('[data-field]') ?? [])].find(
    element => {
      const own = element.getAttribute('data-field') ?? '';
      return own === path || own.startsWith(`${path}.`);
    },
  );
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}

/** Without what another version of Camunda does not have. */
function forVersion(draft: Draft, version: CamundaVersion): Draft {
  const known = new Set<string>(componentsOf(version).map(({ key }) => key));
  const components = Object.fromEntries(
    Object.entries((draft.components ?? {}) as object).filter(([key]) =>
      known.has(key),
    ),
  );
  return { ...draft, camundaVersion: version, components };
}

function ProviderFields(props: { form: FormState }) {
  const { form } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { provider } = form.draft as { provider: { type: string } };
  const problem = form.validation.problems.get('provider');
  return (
    <fieldset className={styles.block}>
      <legend className={styles.legend}>{t('edit.provider')}</legend>
      <div data-field="provider">
        <RadioGroup
          label={t('edit.type')}
          orientation="horizontal"
          value={provider.type}
          // The other type's values mean nothing any more.
          onChange={type => form.set('provider', { type })}
        >
          <Radio value="GENERIC">{t('edit.generic')}</Radio>
          <Radio value="MICROSOFT">{t('edit.microsoft')}</Radio>
        </RadioGroup>
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
      <div className={styles.grid}>
        {provider.type === 'MICROSOFT' ? (
          <Field
            form={form}
            path="provider.tenantId"
            label={t('edit.tenantId')}
            isRequired
          />
        ) : (
          <>
            <Field
              form={form}
              path="provider.issuer"
              label={t('edit.issuer')}
              isRequired
            />
            <Field
              form={form}
              path="provider.issuerBackendUrl"
              label={t('edit.issuerBackendUrl')}
              description={t('edit.issuerBackendUrlHint')}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Corrects a record: the same schema and lint rules as the API's, said at the field while one types. */
export function Edit(props: PartProps) {
  const { connection, onChange, openDialog } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const navigate = useNavigate();
  const owner = useOwnerTitle(connection.owner);
  const [get] = useQueryState();
  const element = useRef<HTMLFormElement>(null);
  // What the person began with, though the record is read again meanwhile.
  const [base] = useState(connection);
  const [draft, setDraft] = useState<Draft>(() => editableOf(connection));
  const [showAll, setShowAll] = useState(false);
  const validation = useMemo(() => validate(base, draft), [base, draft]);
  const back = paths.part(connection.name, 'overview');
  const saving = useSave(base, () => {
    onChange();
    navigate(back);
  });
  const wanted = get('field');
  const upgradeTo = CAMUNDA_VERSIONS.find(entry => entry === get('version'));
  useEffect(() => {
    if (!upgradeTo) return;
    // What becomes of the components is worked out where it is asked for: the writers are large.
    import('backstage-plugin-camunda-identity-common/config').then(
      ({ upgradeRecord }) => {
        const { camundaVersion, components } = upgradeRecord(base, upgradeTo);
        setDraft(before => ({ ...before, camundaVersion, components }));
      },
      () => {},
    );
  }, [base, upgradeTo]);
  useEffect(() => {
    if (wanted?.startsWith('initialClaim')) {
      openDialog(
        base.initialClaim.state === 'set' ? 'claim-change' : 'claim-edit',
      );
      return;
    }
    if (wanted) focusField(element.current, wanted);
    // The address asks once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  if (!mayChange(connection)) return <p>{t('may.notOwner', { owner })}</p>;
  const version = draft.camundaVersion as CamundaVersion;
  const form: FormState = {
    draft,
    validation,
    showAll,
    set: (path, value) => setDraft(before => withValue(before, path, value)),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = validation.problems.keys();
    if (first !== undefined) {
      setShowAll(true);
      focusField(element.current, first);
      return;
    }
    saving.save(validation.clean);
  };
  return (
    <form ref={element} className={part.part} onSubmit={submit} noValidate>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('edit.title')}
      </Text>
      <fieldset className={styles.block}>
        <legend className={styles.legend}>{t('edit.general')}</legend>
        <div className={styles.grid}>
          <Field form={form} path="title" label={t('edit.recordTitle')} />
          <Field form={form} path="description" label={t('edit.description')} />
          <div data-field="camundaVersion">
            <Select
              label={t('configuration.version')}
              options={CAMUNDA_VERSIONS.map(value => ({ value, label: value }))}
              value={version}
              onChange={next =>
                setDraft(before => forVersion(before, next as CamundaVersion))
              }
            />
          </div>
          <Field
            form={form}
            path="entityRef"
            label={t('edit.entity')}
            description={t('edit.entityHint')}
            isRequired
          />
          <Field
            form={form}
            path="owner"
            label={t('list.owner')}
            description={t('edit.ownerHint')}
            isRequired
          />
          <Field
            form={form}
            path="checks.every"
            label={t('edit.every')}
            description={t('edit.everyHint')}
          />
        </div>
      </fieldset>
      <ProviderFields form={form} />
      {componentsOf(version).map(component => (
        <ComponentFields
          key={component.key}
          form={form}
          component={component}
          version={version}
        />
      ))}
      {saving.error && (
        <Failure title={t('dialog.failed')} error={saving.error} />
      )}
      {showAll && validation.problems.size > 0 && (
        <div role="alert" className={styles.problem}>
          {[...validation.problems].map(([path, message]) => (
            <div key={path}>
              {path}: {message}
            </div>
          ))}
        </div>
      )}
      <div className={part.controls}>
        <Button
          type="submit"
          variant="primary"
          isPending={saving.pending}
          isDisabled={!saving.isChanged(validation.clean)}
        >
          {t('dialog.save')}
        </Button>
        <ButtonLink variant="secondary" href={back}>
          {t('dialog.cancel')}
        </ButtonLink>
      </div>
      {saving.collision && (
        <MergeDialog
          theirs={saving.collision.theirs}
          conflicts={saving.collision.conflicts}
          onClose={saving.closeCollision}
          onMerge={keep => saving.merge(validation.clean, keep)}
        />
      )}
    </form>
  );
}
