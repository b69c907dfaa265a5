import { shellWord } from '../quote';
import { jsonFile, secretWords, SHELL_PRELUDE } from '../shell';
import type { SetupApplication, SetupInput } from '../types';
import { exposesApi, graphApplication, graphScopes } from './application';
import { entraCloud } from './clouds';

/**
 * Graph is eventually consistent: right after a creation it may not find the new object. Requests that a policy
 * refuses are not repeated.
 */
const FUNCTIONS = `
# rest METHOD PATH [ARGUMENT...]: one request to Microsoft Graph, repeated while the directory catches up.
rest() {
  local method="$1" url="$GRAPH/v1.0/$2" tries=0 wait=1
  shift 2
  until az rest --method "$method" --url "$url" "$@" 2>"$work/error"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 15 ] || ! grep -Eqi "$CATCHING_UP" "$work/error"; then
      cat "$work/error" >&2
      return 1
    fi
    sleep "$wait"
    if [ "$wait" -lt 8 ]; then wait=$((wait * 2)); fi
  done
}
CATCHING_UP='does not reference a valid application|ResourceNotFound|does not exist or one of its queried|ConcurrencyViolation|TooManyRequests|Too Many Requests|ServiceUnavailable|Service Unavailable|Gateway Timeout'

# application KEY UNIQUE_NAME KNOWN_ID API: creates or updates the registration; sets app_id and object_id.
application() {
  local key="$1" unique="$2" known="$3" api="$4" held
  if [ -n "$known" ]; then
    # Made by hand before: adopted, so that there is no second one.
    held="$(az rest --method GET --url "$GRAPH/v1.0/applications(appId='$known')?\\$select=uniqueName" \\
      --query uniqueName --output tsv 2>"$work/error")" || stop "$key: there is no application $known in this directory"
    if [ -n "$held" ] && [ "$held" != None ]; then
      unique="$held"
    else
      rest PATCH "applications(appId='$known')" --body "{\\"uniqueName\\":\\"$unique\\"}" >/dev/null
    fi
  fi
  if ! rest PATCH "applications(uniqueName='$unique')" --headers Prefer=create-if-missing \\
    --body "@$work/$key.json" >/dev/null; then
    if grep -qi 'same value for property uniqueName' "$work/error"; then
      say "$key: a deleted application still has this name. Restore it, or delete it for good under"
      say "App registrations > Deleted applications, and run this again."
    fi
    exit 1
  fi
  object_id="$(rest GET "applications(uniqueName='$unique')?\\$select=id,appId" --query id --output tsv)"
  app_id="$(rest GET "applications(uniqueName='$unique')?\\$select=id,appId" --query appId --output tsv)"
  [ -n "$app_id" ] || stop "$key: the directory did not tell the application's id"
  if [ "$api" = yes ]; then
    rest PATCH "applications/$object_id" --body "{\\"identifierUris\\":[\\"api://$app_id\\"]}" >/dev/null
  fi
  # Without it nobody can sign in or consent.
  rest PATCH "servicePrincipals(appId='$app_id')" --headers Prefer=create-if-missing --body '{}' >/dev/null
  say "$key: $app_id"
}

# secret KEY SECRET_NAME SECRET_KEY: a new client secret, only where Camunda has none yet.
secret() {
  local key="$1" name="$2" entry="$3" label="Camunda $1" end="" key_id="" value=""
  expires_at=""
  if [ "$SECRETS" = skip ] || [ -z "$name" ]; then return 0; fi
  if has_secret "$name" "$entry"; then
    say "$key: the Secret $name has a value for $entry, which is kept"
    return 0
  fi
  if [ -n "\${SECRET_END_DATE:-}" ]; then end=",\\"endDateTime\\":\\"$SECRET_END_DATE\\""; fi
  {
    read -r key_id || true
    read -r expires_at || true
    read -r value || true
  } < <(rest POST "applications/$object_id/addPassword" \\
    --body "{\\"passwordCredential\\":{\\"displayName\\":\\"$label\\"$end}}" \\
    --query '[keyId, endDateTime, secretText]' --output tsv | tr '\\t' '\\n')
  [ -n "$value" ] || stop "$key: no secret was created; the reason stands above"
  if ! printf '%s' "$value" | put_secret "$name" "$entry"; then
    # Nobody could ever read it again.
    rest POST "applications/$object_id/removePassword" --body "{\\"keyId\\":\\"$key_id\\"}" >/dev/null || true
    stop "$key: the Secret $name could not be written, so the new client secret was removed again"
  fi
  say "$key: a new client secret is in the Secret $name, key $entry"
}

# consent KEY SCOPES: for everybody in the directory, so that nobody is asked at sign-in.
consent() {
  local key="$1" scopes="$2" own graph grant held scope
  if [ "\${CONSENT:-yes}" != yes ] || [ -z "$scopes" ]; then return 0; fi
  own="$(rest GET "servicePrincipals(appId='$app_id')?\\$select=id" --query id --output tsv)"
  graph="$(rest GET "servicePrincipals(appId='$GRAPH_APP')?\\$select=id" --query id --output tsv)"
  grant="$(rest GET "oauth2PermissionGrants?\\$filter=clientId eq '$own' and resourceId eq '$graph' and consentType eq 'AllPrincipals'" \\
    --query 'value[0].id' --output tsv)"
  if [ -z "$grant" ] || [ "$grant" = None ]; then
    rest POST oauth2PermissionGrants --body "{\\"clientId\\":\\"$own\\",\\"consentType\\":\\"AllPrincipals\\",\\"resourceId\\":\\"$graph\\",\\"scope\\":\\"$scopes\\"}" >/dev/null && return 0
  else
    # What was granted before stays granted.
    held="$(rest GET "oauth2PermissionGrants/$grant" --query scope --output tsv)"
    for scope in $scopes; do
      case " $held " in *" $scope "*) ;; *) held="$held $scope" ;; esac
    done
    rest PATCH "oauth2PermissionGrants/$grant" --body "{\\"scope\\":\\"\${held# }\\"}" >/dev/null && return 0
  fi
  say "$key: consent was not granted. An administrator can do so at"
  say "  $LOGIN/$TENANT/adminconsent?client_id=$app_id"
}
`;

function call(application: SetupApplication, input: SetupInput): string {
  const { client } = application;
  const key = shellWord(client);
  return [
    jsonFile(`${client}.json`, graphApplication(application, input)),
    `application ${key} ${shellWord(application.uniqueName)} ${shellWord(
      application.clientId ?? '',
    )} ${exposesApi(application) ? 'yes' : 'no'}`,
    `secret ${key} ${secretWords(application)}`,
    `consent ${key} ${shellWord(graphScopes(application).join(' '))}`,
    `printf '%s\\t%s\\t%s\\n' ${key} "$app_id" "$expires_at"`,
  ].join('\n');
}

/**
 * A script that creates or updates the registrations with the Azure CLI, can be run again at any time, and
 * prints client, client ID and expiry of each as a table to send back.
 *
 * `az ad app create` is not used: it is keyed by the display name and knows no single-page platform.
 */
export function azScript(input: SetupInput): string {
  const cloud = entraCloud(input.cloud);
  const { applications } = input;
  return `#!/usr/bin/env bash
# The applications that ${input.name} needs in Microsoft Entra ID.
#
#   az login --tenant ${input.tenantId}
#   NAMESPACE=camunda bash create-applications.sh > applications.tsv
#
# Needs: az (2.60 or newer), kubectl for the secrets, and the role Application Administrator or Cloud
# Application Administrator. It may be run again: what exists is updated, a secret that Camunda has is kept.
# Redirect URIs and claims that were added by hand to these applications are replaced by those written here.
# SECRETS=skip creates no secrets; SECRET_END_DATE=2027-11-26T00:00:00Z says when they expire; CONSENT=no
# leaves consent to an administrator. applications.tsv holds no secret and can be entered in the portal.
${SHELL_PRELUDE}
need az
TENANT=${shellWord(input.tenantId ?? '')}
LOGIN=${shellWord(input.loginBaseUrl ?? 'https://login.microsoftonline.com')}
GRAPH="\${GRAPH:-${cloud.graph}}"
GRAPH_APP=00000003-0000-0000-c000-000000000000
signed_in="$(az account show --query tenantId --output tsv)" ||
  stop "sign in first: az cloud set --name ${
    cloud.azName
  }; az login --tenant $TENANT"
[ "$signed_in" = "$TENANT" ] || stop "az is signed in to the directory $signed_in, not to $TENANT"
app_id="" object_id="" expires_at=""
${FUNCTIONS}
printf 'client\\tclientId\\texpiresAt\\n'
${applications.map(entry => call(entry, input)).join('\n\n')}
`;
}
