import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import { RiMoreLine } from '@remixicon/react';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { mayChange, titleOf } from '../../connection/mayChange';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';

/** What else one can do with a connection. */
export function ConnectionMenu(props: {
  connection: Connection;
  onDelete(): void;
}) {
  const { connection, onDelete } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const { name } = connection;
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('card.more', { title: titleOf(connection) })}
        icon={<RiMoreLine />}
      />
      <Menu placement="bottom end">
        <MenuItem href={paths.part(name, 'overview')}>
          {t('menu.overview')}
        </MenuItem>
        <MenuItem href={paths.part(name, 'setup')}>{t('menu.setup')}</MenuItem>
        <MenuItem href={paths.part(name, 'compare')}>
          {t('menu.compare')}
        </MenuItem>
        <MenuItem href={paths.part(name, 'secrets')}>
          {t('menu.secrets')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          color="danger"
          isDisabled={!mayChange(connection)}
          onAction={onDelete}
        >
          {t('menu.delete')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
