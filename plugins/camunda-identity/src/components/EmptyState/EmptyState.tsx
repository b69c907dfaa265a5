// This one asks whichever frontend system the app is built with.
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
  useEntityOwnership,
} from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import { templateRouteRef } from '../../routes';
import { camundaIdentityTranslationRef } from '../../translation';

/** No record yet: what the card would show, and the way to one; or who can make one. */
export function EmptyState(props: { entity: Entity }) {
  const { entity } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const templateLink = useRouteRef(templateRouteRef);
  const { loading, isOwnedEntity } = useEntityOwnership();
  const owners = getEntityRelations(entity, 'ownedBy');
  const formData = JSON.stringify({ entityRef: stringifyEntityRef(entity) });
  const notOwner = !loading && owners.length > 0 && !isOwnedEntity(entity);
  return (
    <Flex direction="column" gap="3" align="start">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('empty.title')}
      </Text>
      <Text as="p">{t('empty.text')}</Text>
      {notOwner && (
        <Text as="p">
          {t('empty.notOwner')} <EntityRefLinks entityRefs={owners} />
        </Text>
      )}
      {templateLink && (
        <ButtonLink
          variant={notOwner ? 'secondary' : 'primary'}
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
