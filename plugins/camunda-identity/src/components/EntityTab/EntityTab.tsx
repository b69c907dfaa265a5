import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { entityRouteParams, useEntity } from '@backstage/plugin-catalog-react';
import { Select } from '@backstage/ui';
import { Failure, Surface } from 'backstage-plugin-camunda-identity-react';
import {
  Navigate,
  Route,
  Routes,
  useNavigate,
  useParams,
} from 'react-router-dom';
import { titleOf } from '../../connection/mayChange';
import { useConnections, type EntityConnections } from '../../hooks';
import { EntityTabPaths, useConnectionPaths } from '../../paths';
import { useEntityTabPath } from '../../routes';
import { camundaIdentityTranslationRef } from '../../translation';
import { ConnectionView } from '../ConnectionView';
import { EmptyState } from '../EmptyState';
import { Loading } from '../Loading';

function Chosen(props: { connections: EntityConnections }) {
  const { items } = props.connections;
  const { name = '', '*': rest = '' } = useParams();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const navigate = useNavigate();
  return (
    <>
      {items.length > 1 && (
        <Select
          label={t('tabs.choose')}
          options={items.map(connection => ({
            value: connection.name,
            label: titleOf(connection),
          }))}
          value={name}
          onChange={next => navigate(paths.part(String(next), 'overview'))}
        />
      )}
      <ConnectionView key={name} name={name} path={rest} />
    </>
  );
}

function Content() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const { value, error, retry } = useConnections(entity);
  if (error)
    return (
      <Failure title={t('error.connections')} error={error} retry={retry} />
    );
  if (!value) return <Loading label={t('card.loading')} height={320} />;
  const [worst] = value.items;
  if (!worst) return <EmptyState entity={entity} />;
  return (
    <Routes>
      <Route path=":name/*" element={<Chosen connections={value} />} />
      <Route
        path="*"
        element={<Navigate to={paths.part(worst.name, 'overview')} replace />}
      />
    </Routes>
  );
}

/**
 * The tab of an entity that runs Camunda: the parts of its connections.
 *
 * @public
 */
export function EntityTab() {
  const { entity } = useEntity();
  const base = useEntityTabPath(entityRouteParams(entity));
  const content = (
    <Surface>
      <Content />
    </Surface>
  );
  return base ? (
    <EntityTabPaths base={base}>{content}</EntityTabPaths>
  ) : (
    content
  );
}
