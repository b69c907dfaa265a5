import { Flex, Skeleton } from '@backstage/ui';

/** The shape of what is being loaded. */
export function Loading(props: { label: string; height?: number }) {
  return (
    <Flex direction="column" gap="3" role="status" aria-label={props.label}>
      <Skeleton width="40%" height={20} />
      <Skeleton width="100%" height={16} />
      <Skeleton width="100%" height={props.height ?? 160} />
    </Flex>
  );
}
