import { shellWord } from '../quote';
import { jsonFile, secretWords, SHELL_PRELUDE } from '../shell';
import type { SetupApplication, SetupInput } from '../types';
import { chosenId, keycloakClient, keycloakMappers } from './client';
import { keycloakRealm } from './realm';

const FUNCTIONS = `
kc() { "$KCADM" "$@" --config "$KCADM_CONFIG"; }

# client KEY CLIENT_ID: creates or updates the client; sets uuid. What the file does not name stays as it is:
# the secret, scopes and roles of the service account. (A partial import with OVERWRITE would lose them.)
client() {
  local key="$1" id="$2"
  uuid="$(kc get clients -r "$REALM" -q "clientId=$id" --fields id --format csv --noquotes)"
  if [ -n "$uuid" ]; then
    kc update "clients/$uuid" -r "$REALM" -f "$work/$key.json"
    say "$key: $id updated"
  else
    kc create clients -r "$REALM" -f "$work/$key.json" >/dev/null
    uuid="$(kc get clients -r "$REALM" -q "clientId=$id" --fields id --format csv --noquotes)"
    [ -n "$uuid" ] || stop "$key: the client $id was not created"
    say "$key: $id created"
  fi
}

# mapper NAME FILE: creates or replaces one protocol mapper of the client; others stay.
mapper() {
  local name="$1" file="$2" found="" id entry
  while IFS=, read -r id entry; do
    if [ "$entry" = "$name" ]; then found="$id"; fi
  done < <(kc get "clients/$uuid/protocol-mappers/models" -r "$REALM" --fields id,name --format csv --noquotes)
  if [ -n "$found" ]; then
    kc delete "clients/$uuid/protocol-mappers/models/$found" -r "$REALM"
  fi
  kc create "clients/$uuid/protocol-mappers/models" -r "$REALM" -f "$work/$file" >/dev/null
}

# secret KEY SECRET_NAME SECRET_KEY: puts the client's secret where Camunda finds it.
secret() {
  local key="$1" name="$2" entry="$3"
  if [ "$SECRETS" = skip ] || [ -z "$name" ]; then return 0; fi
  kc get "clients/$uuid/client-secret" -r "$REALM" --fields value --format csv --noquotes | tr -d '\\r\\n' |
    put_secret "$name" "$entry" || stop "$key: the Secret $name could not be written"
  say "$key: the client secret is in the Secret $name, key $entry"
}
`;

function call(application: SetupApplication, input: SetupInput): string {
  const { client } = application;
  const key = shellWord(client);
  const mappers = keycloakMappers(application, input.groupsClaim);
  return [
    jsonFile(`${client}.json`, keycloakClient(application)),
    `client ${key} ${shellWord(chosenId(application))}`,
    ...mappers.flatMap((mapper, n) => [
      jsonFile(`${client}.mapper${n + 1}.json`, mapper),
      `mapper ${shellWord(mapper.name)} ${shellWord(
        `${client}.mapper${n + 1}.json`,
      )}`,
    ]),
    ...(application.secret
      ? [`secret ${key} ${secretWords(application)}`]
      : []),
    `printf '%s\\t%s\\t\\n' ${key} ${shellWord(chosenId(application))}`,
  ].join('\n');
}

/** A script that creates or updates the clients with Keycloak's command line. */
export function kcadmScript(input: SetupInput): string {
  const { server, realm } = keycloakRealm(input.issuer);
  return `#!/usr/bin/env bash
# The clients that ${input.name} needs in the realm ${realm} of Keycloak.
#
#   kcadm.sh config credentials --server ${server} --realm master --user <administrator>
#   NAMESPACE=camunda bash create-clients.sh > applications.tsv
#
# Needs: kcadm.sh of Keycloak (KCADM names it where it is not on the PATH), kubectl for the secrets, and the
# role manage-clients of the realm. It may be run again: what exists is updated, secrets stay as they are.
# SECRETS=skip leaves secrets alone. applications.tsv holds no secret and can be entered in the portal.
${SHELL_PRELUDE}
REALM=${shellWord(realm)}
KCADM="\${KCADM:-kcadm.sh}"
KCADM_CONFIG="\${KCADM_CONFIG:-$HOME/.keycloak/kcadm.config}"
need "$KCADM"
uuid=""
${FUNCTIONS}
kc get "realms/$REALM" --fields realm >/dev/null || stop "sign in first, see the head of this file"

printf 'client\\tclientId\\texpiresAt\\n'
${input.applications.map(entry => call(entry, input)).join('\n\n')}
`;
}
