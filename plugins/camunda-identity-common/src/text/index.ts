export { TextSearch } from './TextSearch';
export { TextParts, unitsOf } from './TextParts';
