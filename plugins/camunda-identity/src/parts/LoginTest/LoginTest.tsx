import {
  discoveryApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, PasswordField, Select } from '@backstage/ui';
import {
  PLUGIN_ID,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  CopyableText,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { useState, type FormEvent } from 'react';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import { useKept } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import { secretOf } from '../Secrets/secretOf';
import type { PartProps } from '../types';
import { LoginResult } from './LoginResult';

/** Goes to the provider, and nowhere but to a web address. */
function goTo(address: string) {
  const { protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new Error(`${protocol} is no address of a provider`);
  window.location.assign(address);
}

/** Where the provider sends people back to; it has to be registered there. */
function useRedirectUri(): string | undefined {
  const discovery = useApi(discoveryApiRef);
  const { value } = useKept(
    () => discovery.getBaseUrl(PLUGIN_ID),
    'base URL of the API',
  );
  return value && `${value}/v1/login-tests/callback`;
}

function Begin(props: {
  connection: Connection;
  clients: Connection['clients'];
}) {
  const { connection, clients } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const owner = useOwnerTitle(connection.owner);
  const redirectUri = useRedirectUri();
  const [key, setKey] = useState(clients[0].key);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const client = clients.find(entry => entry.key === key) ?? clients[0];
  const isConfidential = client.clientType === 'confidential';
  const isStored = Boolean(secretOf(connection, client.key)?.stored);
  const allowed = mayChange(connection);
  const isReady = !isConfidential || isStored || secret !== '';
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { authorizationUrl } = await api.beginLoginTest(connection.id, {
        client: client.key,
        ...(isConfidential && secret ? { secret } : {}),
      });
      goTo(authorizationUrl);
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  };
  return (
    <form className={part.part} onSubmit={begin}>
      {redirectUri && (
        <div>
          <p>{t('login.register', { title: client.title })}</p>
          <CopyableText text={redirectUri} label={t('login.copy')} />
        </div>
      )}
      {!allowed && <p>{t('may.notOwner', { owner })}</p>}
      <div className={part.controls}>
        <Select
          label={t('clients.application')}
          options={clients.map(entry => ({
            value: entry.key,
            label: entry.title,
          }))}
          value={client.key}
          onChange={next => {
            setKey(next as typeof key);
            setSecret('');
          }}
        />
        {isConfidential && (
          <PasswordField
            label={isStored ? t('login.secretOrStored') : t('login.secret')}
            value={secret}
            onChange={setSecret}
            autoComplete="off"
          />
        )}
        <Button
          type="submit"
          variant="primary"
          isDisabled={!allowed || !isReady || busy}
        >
          {t('login.begin')}
        </Button>
      </div>
      {error && <Failure title={t('login.failed')} error={error} />}
    </form>
  );
}

/** A real sign-in to one of the applications, to see what its tokens hold. */
export function LoginTest(props: PartProps) {
  const { connection, rest, onChange } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const clients = connection.clients.filter(({ grantTypes }) =>
    grantTypes.includes('authorization_code'),
  );
  return (
    <div className={part.part}>
      <p>{t('login.text')}</p>
      {rest && (
        <LoginResult
          key={rest}
          id={rest}
          clients={connection.clients}
          onVerified={onChange}
        />
      )}
      {clients.length > 0 && (
        <Begin connection={connection} clients={clients} />
      )}
    </div>
  );
}
