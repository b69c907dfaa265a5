import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { ProviderContext } from 'backstage-plugin-camunda-identity-common';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';

export function addOpenApiRoute(
  router: Router,
  options: { httpAuth: HttpAuthService; providers: ProviderContext },
) {
  const document = createOpenApiDocument({
    clouds: Object.keys(options.providers.clouds),
  });

  router.get('/openapi.json', async (req, res) => {
    await options.httpAuth.credentials(req);
    res.json(document);
  });
}
