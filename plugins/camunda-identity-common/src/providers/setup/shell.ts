import { json, shellWord } from './quote';
import type { SetupApplication } from './types';

/** Text of a file inside a shell script, byte for byte. */
export function heredoc(path: string, text: string): string {
  let end = 'END_OF_JSON';
  while (text.includes(end)) end += '_';
  return `cat >${path} <<'${end}'\n${text}${
    text.endsWith('\n') ? '' : '\n'
  }${end}`;
}

/** A value as a JSON file of the script's working folder. */
export function jsonFile(name: string, value: unknown): string {
  return heredoc(`"$work"/${shellWord(name)}`, json(value));
}

/**
 * The common part of every script: stops at the first error, keeps files private, and writes a secret into a
 * Kubernetes Secret through standard input, so that it is in no argument, file or output.
 */
export const SHELL_PRELUDE = `set -euo pipefail
umask 077
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say() { printf '%s\\n' "$*" >&2; }
stop() { say "Stopped: $*"; exit 1; }
need() { command -v "$1" >/dev/null 2>&1 || stop "$1 is not installed"; }

# Secrets go into this namespace, which is Camunda's. SECRETS=skip makes none.
NAMESPACE="\${NAMESPACE:-}"
SECRETS="\${SECRETS:-kubernetes}"
case "$SECRETS" in
  kubernetes)
    need kubectl
    [ -n "$NAMESPACE" ] || stop "set NAMESPACE to Camunda's namespace, or SECRETS=skip to create no secrets"
    kubectl get namespace "$NAMESPACE" >/dev/null || stop "the namespace $NAMESPACE cannot be read"
    ;;
  skip) ;;
  *) stop "SECRETS is kubernetes or skip" ;;
esac

# has_secret NAME KEY: true where the Secret has a value for the key.
has_secret() {
  local found
  found="$(kubectl --namespace "$NAMESPACE" get secret "$1" --ignore-not-found \\
    --output go-template="{{ if .data }}{{ if index .data \\"$2\\" }}yes{{ end }}{{ end }}")"
  [ "$found" = yes ]
}

# put_secret NAME KEY: stores what it reads, and leaves the other keys of the Secret alone.
put_secret() {
  local value
  value="$(base64 | tr -d '\\n')"
  [ -n "$value" ] || return 1
  kubectl --namespace "$NAMESPACE" get secret "$1" >/dev/null 2>&1 ||
    kubectl --namespace "$NAMESPACE" create secret generic "$1" >/dev/null || return 1
  printf '{"data":{"%s":"%s"}}' "$2" "$value" |
    kubectl --namespace "$NAMESPACE" patch secret "$1" --type merge --patch-file /dev/stdin >/dev/null
}
`;

/** The name and key of a client's Kubernetes Secret as two words, or two empty words. */
export function secretWords({ secret }: SetupApplication): string {
  return secret && !secret.variable
    ? `${shellWord(secret.name)} ${shellWord(secret.key)}`
    : `'' ''`;
}
