/** Addresses of a Microsoft cloud's Graph and admin center, and its names in command-line tools. */
export interface EntraCloud {
  graph: string;
  adminCenter: string;
  /** Name for `az cloud set`. */
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

/**
 * Clouds that an installation adds are treated as the global one; the script accepts another address of Graph.
 */
export function entraCloud(name: string | undefined): EntraCloud {
  return CLOUDS[name ?? 'global'] ?? CLOUDS.global;
}
