export { secretScrubber, WITHHELD, type SentSecret } from './secretScrubber';
