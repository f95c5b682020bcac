import { Button, Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { commandQuery } from '../../command-query.ts';
import { useMessages } from '../../messages.tsx';
import { useStartJob } from '../../start-job/use-start-job.ts';
import { Notice } from '../../ui/notice.tsx';
import { useErrorText } from '../../use-error-text.ts';
import { CanaryResult } from './canary-result.tsx';
import { isSamePlan, type ProxyPlan, type useCanary } from './use-canary.ts';

export interface CanaryStepProps {
  readonly plan: ProxyPlan;
  readonly profileIds: readonly ProfileId[];
  readonly profiles: readonly ProfileRow[];
  readonly canary: ReturnType<typeof useCanary>;
  readonly onClose: () => void;
}

/** Most profiles in the list to choose from; the rest is found by typing. */
const maxOptions = 50;

/** A try on one closed profile, which unlocks the others. */
export function CanaryStep({ plan, profileIds, profiles, canary, onClose }: CanaryStepProps) {
  const { t } = useMessages();
  const errorText = useErrorText();
  const opened = useQuery({ ...commandQuery('profiles.listOpened', {}), staleTime: 0 });
  const [chosen, setChosen] = useState<ProfileId | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  const { start, isStarting, error } = useStartJob(onClose);

  const open = new Set(opened.data?.profiles.map(({ profileId }) => profileId));
  const names = new Map(profiles.map(({ id, name }) => [id, name]));
  const closed = opened.data ? profileIds.filter((id) => !open.has(id)) : [];
  const { state, isRunning } = canary;
  const profileId = chosen !== null && closed.includes(chosen) ? chosen : (closed[0] ?? null);
  const isPassed = state.kind === 'passed' && isSamePlan(state.plan, plan);
  const others = isPassed ? profileIds.filter((id) => id !== state.profileId) : [];

  const applyToOthers = () => {
    if (!isPassed) return;
    start({
      prepare: () => Promise.resolve(state.operation),
      profileIds: others,
      closeOpened: false,
      typedCount: null,
    });
  };

  return (
    <div className="extraction__fields">
      <p className="extraction__sentence">{t('extraction.canary.intro')}</p>
      {opened.error ? (
        <Notice tone="bad" actions={<LookAgain onClick={() => void opened.refetch()} />}>
          {errorText(opened.error).sentence} <small>{errorText(opened.error).code}</small>
        </Notice>
      ) : opened.data && closed.length === 0 ? (
        <Notice tone="warning" actions={<LookAgain onClick={() => void opened.refetch()} />}>
          {t('extraction.canary.allOpen')}
        </Notice>
      ) : (
        <Select
          label={t('extraction.canary.profile')}
          placeholder={opened.data ? '' : t('extraction.canary.looking')}
          searchable
          limit={maxOptions}
          disabled={isRunning}
          comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
          data={closed.map((id) => ({ value: String(id), label: `${id} ${names.get(id) ?? ''}` }))}
          value={profileId === null ? null : String(profileId)}
          onChange={(value) => setChosen(closed.find((id) => String(id) === value) ?? null)}
        />
      )}
      <Checkbox
        label={t('extraction.canary.open')}
        description={t('extraction.canary.openHint')}
        disabled={isRunning}
        checked={isOpening}
        onChange={(event) => setIsOpening(event.currentTarget.checked)}
      />
      <div className="extraction__test">
        <Button
          variant={isPassed ? 'default' : 'filled'}
          disabled={profileId === null}
          loading={isRunning}
          onClick={() => profileId !== null && void canary.run(plan, profileId, isOpening)}
        >
          {t(state.kind === 'idle' ? 'extraction.canary.start' : 'extraction.canary.again')}
        </Button>
      </div>
      <div role="status">
        <CanaryResult state={state} isCurrent={state.kind !== 'passed' || isPassed} />
      </div>
      {error && (
        <Notice tone="bad">
          <strong>{t('jobs.clear.notStarted')}</strong> {errorText(error).sentence}{' '}
          <small>{errorText(error).code}</small>
        </Notice>
      )}
      {(profileIds.length > 1 || isPassed) && (
        <div className="extraction__test">
          {profileIds.length > 1 ? (
            <Button disabled={!isPassed} loading={isStarting} onClick={applyToOthers}>
              {t('extraction.apply', { count: profileIds.length - 1 })}
            </Button>
          ) : (
            <Button onClick={onClose}>{t('extraction.done')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

function LookAgain({ onClick }: { readonly onClick: () => void }) {
  const { t } = useMessages();
  return (
    <Button variant="default" onClick={onClick}>
      {t('extraction.canary.lookAgain')}
    </Button>
  );
}
