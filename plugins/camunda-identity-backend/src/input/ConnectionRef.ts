/** Names one record, as a caller does: by id or by name. */
export type ConnectionRef = { id: string } | { name: string };
