import { Container } from '@backstage/ui';
import { Surface } from 'backstage-plugin-camunda-identity-react';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { ConnectionView } from '../components/ConnectionView';
import { Loading } from '../components/Loading';

const ConnectionsPage = lazy(() =>
  import('./ConnectionsPage').then(m => ({ default: m.ConnectionsPage })),
);
const LoginReturnPage = lazy(() =>
  import('./LoginReturnPage').then(m => ({ default: m.LoginReturnPage })),
);
const IssuerCheckPage = lazy(() =>
  import('./IssuerCheckPage').then(m => ({ default: m.IssuerCheckPage })),
);
const WrittenPage = lazy(() =>
  import('./WrittenPage').then(m => ({ default: m.WrittenPage })),
);

function ConnectionPage() {
  const { name = '', '*': rest = '' } = useParams();
  return <ConnectionView name={name} path={rest} />;
}

/**
 * The pages below `/camunda-identity`: all connections, one connection, the check of an issuer, what a
 * template has written.
 *
 * @public
 */
export function Router() {
  return (
    <Container>
      <Surface>
        <Suspense fallback={<Loading label="…" />}>
          <Routes>
            <Route index element={<ConnectionsPage />} />
            {/* No record can have a name with an underscore. */}
            <Route path="_check" element={<IssuerCheckPage />} />
            <Route path="_login/:id?" element={<LoginReturnPage />} />
            <Route path="_written/:task" element={<WrittenPage />} />
            <Route path=":name/*" element={<ConnectionPage />} />
            <Route path="*" element={<Navigate to="." />} />
          </Routes>
        </Suspense>
      </Surface>
    </Container>
  );
}
