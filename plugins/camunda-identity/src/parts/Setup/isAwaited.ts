/** True for an ID that the provider has yet to tell. */
export function isAwaited(clientId: string): boolean {
  return clientId === '' || /^<.*>$/.test(clientId);
}
