import { hasOrchestrationCluster } from '../traits';
import type { CamundaVersion } from '../versions';

/** Keys of the broker that mean the same for the cluster: how it is cut, and its disks. */
const SAME_FOR_THE_CLUSTER = new Set([
  'clusterSize',
  'partitionCount',
  'replicationFactor',
  'cpuThreadCount',
  'ioThreadCount',
  'pvcSize',
  'pvcStorageClassName',
  'pvcAccessModes',
]);

/**
 * Where a key of the broker's section went that has the same meaning and default there (values.yaml of charts 8.7 and
 * 8.8). Not the image, whose tag is another version, nor `configuration`, which would replace the cluster's, nor
 * resources, since Operate and Tasklist run in the same process.
 */
export function clusterKeyOf(
  path: readonly string[],
  version: CamundaVersion,
): string | undefined {
  const [section, name] = path;
  return path.length === 2 &&
    section === 'zeebe' &&
    hasOrchestrationCluster(version) &&
    SAME_FOR_THE_CLUSTER.has(name)
    ? `orchestration.${name}`
    : undefined;
}
