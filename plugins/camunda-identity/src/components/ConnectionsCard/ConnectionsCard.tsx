import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { Failure, Surface } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { useConnections, type EntityConnections } from '../../hooks';
import { useRootPath } from '../../routes';
import { camundaIdentityTranslationRef } from '../../translation';
import { ConnectionLine, ConnectionSection } from '../ConnectionSection';
import { EmptyState } from '../EmptyState';
import { Loading } from '../Loading';

function Items(props: {
  connections: EntityConnections;
  entityRef: string;
  retry(): void;
}) {
  const { connections, entityRef, retry } = props;
  const { items, missing, total } = connections;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [chosen, setChosen] = useState<string>();
  const page = useRootPath();
  // The worst is open until somebody chooses; a check that makes it better does not close it.
  const [first] = useState(items[0]?.id);
  const open = items.find(({ id }) => id === (chosen ?? first)) ?? items[0];
  return (
    <>
      {open && (
        <ConnectionSection key={open.id} connection={open} onChange={retry} />
      )}
      {items
        .filter(connection => connection !== open)
        .map(connection => (
          <ConnectionLine
            key={connection.id}
            connection={connection}
            onOpen={() => setChosen(connection.id)}
          />
        ))}
      {total > items.length && page && (
        <Link href={`${page}?entityRef=${encodeURIComponent(entityRef)}`}>
          {t('card.moreConnections', { number: String(total) })}
        </Link>
      )}
      {missing.length > 0 && (
        <p>{t('card.missing', { names: missing.join(', ') })}</p>
      )}
    </>
  );
}

function Content() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { value, error, retry } = useConnections(entity);
  if (error)
    return (
      <Failure title={t('error.connections')} error={error} retry={retry} />
    );
  // While it is read again after a check, the card keeps what it shows.
  if (!value) return <Loading label={t('card.loading')} />;
  if (value.items.length === 0 && value.missing.length === 0)
    return <EmptyState entity={entity} />;
  return (
    <Items
      connections={value}
      entityRef={stringifyEntityRef(entity)}
      retry={retry}
    />
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
      <Surface>
        <Content />
      </Surface>
    </EntityInfoCard>
  );
}
