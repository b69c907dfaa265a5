import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Text } from '@backstage/ui';
import {
  componentsOf,
  type CamundaVersion,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common/facts';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import {
  camundaIdentityFormsTranslationRef,
  ComponentsFields,
  FieldFrame,
  installationOf,
  isStopped,
  MachineClientsFields,
  ProviderFields,
  useClouds,
  withValue,
  type FormState,
} from 'backstage-plugin-camunda-identity-react/forms';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { useNavigate } from 'react-router-dom';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import { useQueryState } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import styles from './Edit.module.css';
import { editableOf, type Draft } from './editable';
import { fieldPath } from './fieldPath';
import { focusField } from './focusField';
import { GeneralFields } from './GeneralFields';
import { MergeDialog } from './MergeDialog';
import { UpgradeQuestions } from './UpgradeQuestions';
import { useSave } from './useSave';
import { useUpgrade } from './useUpgrade';
import { validate } from './validate';

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

function Group(props: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{props.title}</legend>
      <div className={styles.frame}>
        <FieldFrame>{props.children}</FieldFrame>
      </div>
    </fieldset>
  );
}

/** Corrects a record: the fields of the template, the schema and the lint rules of the API. */
export function Edit(props: PartProps) {
  const { connection, onChange, openDialog } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: forms } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const paths = useConnectionPaths();
  const navigate = useNavigate();
  const owner = useOwnerTitle(connection.owner);
  const clouds = useClouds();
  const [get] = useQueryState();
  const element = useRef<HTMLFormElement>(null);
  // What the person began with, though the record is read again meanwhile.
  const [base] = useState(connection);
  const [draft, setDraft] = useState<Draft>(() => editableOf(connection));
  const [showAll, setShowAll] = useState(false);
  const { clean, problems, doubts } = useMemo(
    () => validate(base, draft, Object.keys(clouds)),
    [base, clouds, draft],
  );
  const back = paths.part(connection.name, 'overview');
  const saving = useSave(base, () => {
    onChange();
    navigate(back);
  });
  const upgrade = useUpgrade(base, get('version'), record =>
    setDraft(before => ({ ...before, ...record })),
  );
  const wanted = get('field');
  useEffect(() => {
    if (wanted?.startsWith('initialClaim')) {
      openDialog(
        base.initialClaim.state === 'set' ? 'claim-change' : 'claim-edit',
      );
      return;
    }
    if (wanted) focusField(element.current, fieldPath(draft, wanted));
    // The address asks once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  if (!mayChange(connection)) return <p>{t('may.notOwner', { owner })}</p>;
  const version = draft.camundaVersion as CamundaVersion;
  const { type = 'GENERIC' } = (draft.provider ?? {}) as {
    type?: ProviderType;
  };
  const form: FormState = {
    data: draft,
    problems,
    doubts,
    showAll,
    whileTyping: true,
    set: (path, value) => setDraft(before => withValue(before, path, value)),
  };
  // Asked when it matters: a check ends without this form being drawn anew.
  const isProviderStopped = () =>
    !problems.has('provider') && isStopped((clean.provider ?? {}) as object);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = problems.keys();
    setShowAll(true);
    if (first !== undefined || isProviderStopped())
      focusField(element.current, first ?? 'provider');
    else saving.save(clean);
  };
  return (
    <form ref={element} className={part.part} onSubmit={submit} noValidate>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('edit.title')}
      </Text>
      {upgrade && (
        <UpgradeQuestions
          form={form}
          upgrade={upgrade}
          from={base.camundaVersion}
        />
      )}
      <Group title={t('edit.general')}>
        <GeneralFields
          form={form}
          version={version}
          onVersion={next => setDraft(before => forVersion(before, next))}
        />
      </Group>
      <Group title={t('edit.provider')}>
        <ProviderFields form={form} known={base.provider} />
      </Group>
      <Group title={t('edit.components')}>
        <ComponentsFields
          form={form}
          version={version}
          providerType={type}
          installation={installationOf(
            (draft.components ?? {}) as Record<string, unknown>,
            {
              domain: '',
              layout: 'hosts',
              name: base.name,
              secrets: 'kubernetes',
              kubernetesSecret: `${base.name}-oidc`,
              idsComeLater: type === 'MICROSOFT',
            },
          )}
        />
      </Group>
      <Group title={t('edit.machineClients')}>
        <MachineClientsFields
          form={form}
          version={version}
          providerType={type}
        />
      </Group>
      {saving.error && (
        <Failure title={t('dialog.failed')} error={saving.error} />
      )}
      <div role="status" className={styles.problem}>
        {showAll && isProviderStopped() && forms('provider.stopped')}
        {showAll &&
          problems.size > 0 &&
          t('edit.problems', { count: problems.size })}
      </div>
      <div className={part.controls}>
        <Button
          type="submit"
          variant="primary"
          isPending={saving.pending}
          isDisabled={!saving.isChanged(clean)}
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
          onMerge={keep => saving.merge(clean, keep)}
        />
      )}
    </form>
  );
}
