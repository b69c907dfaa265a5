/** A caller's reference to a record, by id or by name. */
export type ConnectionRef = { id: string } | { name: string };
