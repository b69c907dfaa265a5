/**
 * Components and hooks shared by the frontend packages of Camunda Identity.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components/CauseList';
export * from './components/CopyableText';
export * from './components/Failure';
export * from './components/FindingText';
export * from './components/HealthBadge';
export * from './components/HealthStrip';
export * from './components/RelativeTime';
export * from './components/required';
export * from './components/Surface';
export * from './findings';
export {
  camundaIdentityReactTranslationRef,
  flatMessages,
  type Translated,
} from './translation';
