import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApiError,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { useTell } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { editableOf, type Draft } from './editable';
import {
  conflictsOf,
  mergeInto,
  mergePatch,
  type Conflict,
} from './mergePatch';

/** Somebody else has saved meanwhile. */
export interface Collision {
  theirs: Connection;
  conflicts: Conflict[];
}

/**
 * Saves what was changed of a record, and nothing else; where somebody else was faster, both sides are
 * handed over for a merge.
 *
 * @param base - the record as the person began with it
 */
export function useSave(base: Connection, onSaved: () => void) {
  const api = useApi(camundaIdentityApiRef);
  const tell = useTell();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const [collision, setCollision] = useState<Collision>();
  const before = editableOf(base);

  const send = async (from: Connection, mine: Draft) => {
    const patch = mergePatch(editableOf(from), mine);
    if (patch !== undefined)
      await api.updateConnection(from.id, from.etag, patch ?? {});
    tell(t('edit.saved'));
    setCollision(undefined);
    onSaved();
  };
  const attempt = async (from: Connection, mine: Draft, original: Draft) => {
    try {
      await send(from, mine);
    } catch (problem) {
      if (!(problem instanceof ApiError) || problem.status !== 412)
        throw problem;
      const theirs = await api.getConnection(base.id);
      setCollision({
        theirs,
        conflicts: conflictsOf(before, original, editableOf(theirs)),
      });
    }
  };
  return {
    pending,
    error,
    collision,
    isChanged: (mine: Draft) => mergePatch(before, mine) !== undefined,
    closeCollision: () => setCollision(undefined),
    async save(mine: Draft) {
      setPending(true);
      setError(undefined);
      try {
        await attempt(base, mine, mine);
      } catch (problem) {
        setError(problem as Error);
      }
      setPending(false);
    },
    /** Saves my changes on theirs. */
    async merge(mine: Draft, keepTheirs: ReadonlySet<string>) {
      if (!collision) return;
      const { theirs } = collision;
      const merged = mergeInto(before, mine, editableOf(theirs), keepTheirs);
      await attempt(theirs, merged as Draft, mine);
    },
  };
}
