import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import { Component, type ReactNode } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';

function Broken(props: { error: Error; retry(): void }) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <Failure title={t('error.part')} error={props.error} retry={props.retry} />
  );
}

/** Keeps the rest of the page when a part cannot be loaded or shown. */
export class PartBoundary extends Component<
  { children: ReactNode },
  { error?: Error }
> {
  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  state: { error?: Error } = {};

  render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <Broken error={error} retry={() => this.setState({ error: undefined })} />
    );
  }
}
