/** Where a Microsoft cloud's Graph, admin center and command line are. */
export interface EntraCloud {
  graph: string;
  adminCenter: string;
  /** Name that `az cloud set` takes. */
  azName: string;
  /** `environment` of Terraform's azuread provider. */
  terraform: string;
}

const CLOUDS: Readonly<Record<string, EntraCloud>> = {
  global: {
    graph: 'https://graph.microsoft.com',
    adminCenter: 'https://entra.microsoft.com',
    azName: 'AzureCloud',
    terraform: 'public',
  },
  usgov: {
    graph: 'https://graph.microsoft.us',
    adminCenter: 'https://entra.microsoft.us',
    azName: 'AzureUSGovernment',
    terraform: 'usgovernment',
  },
  china: {
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    adminCenter: 'https://entra.microsoftonline.cn',
    azName: 'AzureChinaCloud',
    terraform: 'china',
  },
};

/** Clouds of an installation's own are taken for the global one; the script lets Graph's address be given. */
export function entraCloud(name: string | undefined): EntraCloud {
  return CLOUDS[name ?? 'global'] ?? CLOUDS.global;
}
