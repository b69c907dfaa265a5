// This one asks whichever frontend system the app is built with.
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Button, ButtonLink, Flex, Skeleton, Text } from '@backstage/ui';
import { ApiError } from 'backstage-plugin-camunda-identity-common/client';
import { useConnections } from '../../hooks';
import { templateRouteRef } from '../../routes';
import { camundaIdentityTranslationRef } from '../../translation';
import { ConnectionSection } from '../ConnectionSection';

function Loading() {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label={t('card.loading')}
    >
      <Skeleton width="40%" height={20} />
      <Skeleton width="100%" height={16} />
      <Skeleton width="100%" height={120} />
    </Flex>
  );
}

function Empty(props: { entity: Entity }) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const templateLink = useRouteRef(templateRouteRef);
  const formData = JSON.stringify({
    entityRef: stringifyEntityRef(props.entity),
  });
  return (
    <Flex direction="column" gap="3" align="start">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('empty.title')}
      </Text>
      <Text as="p">{t('empty.text')}</Text>
      {templateLink && (
        <ButtonLink
          variant="primary"
          href={`${templateLink({
            namespace: 'default',
            templateName: 'connect-oidc-provider',
          })}?formData=${encodeURIComponent(formData)}`}
        >
          {t('empty.action')}
        </ButtonLink>
      )}
    </Flex>
  );
}

function Failed(props: { error: Error; retry: () => void }) {
  const { error, retry } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const denied =
    error instanceof ApiError && (error.status === 403 || error.status === 401);
  return (
    <Alert
      status={denied ? 'warning' : 'danger'}
      icon
      title={denied ? t('error.denied') : t('error.title')}
      description={error.message}
      customActions={
        <Button size="small" variant="secondary" onPress={retry}>
          {t('error.retry')}
        </Button>
      }
    />
  );
}

function Content() {
  const { entity } = useEntity();
  const { value, error, retry } = useConnections(entity);
  if (error) return <Failed error={error} retry={retry} />;
  // While it is read again after a check, the card keeps what it shows.
  if (!value) return <Loading />;
  if (value.length === 0) return <Empty entity={entity} />;
  return (
    <>
      {value.map(connection => (
        <ConnectionSection
          key={connection.id}
          connection={connection}
          onChange={retry}
        />
      ))}
    </>
  );
}

/**
 * The card of an entity that runs Camunda: its connections to OpenID providers.
 *
 * @public
 */
export function ConnectionsCard() {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <EntityInfoCard title={t('card.title')}>
      <Content />
    </EntityInfoCard>
  );
}
