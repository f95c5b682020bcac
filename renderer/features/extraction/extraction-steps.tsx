import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import type { ProfileId, ProfileRow } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { CanaryStep } from './canary-step.tsx';
import { LinkStep } from './link-step.tsx';
import { ReviewStep } from './review-step.tsx';
import type { useCanary } from './use-canary.ts';
import { type Extraction, findOpenQuestion } from './use-extraction.ts';

const steps = ['link', 'review', 'apply'] as const;
type Step = (typeof steps)[number];

const stepNames: Record<Step, MessageKey> = {
  link: 'extraction.step.link',
  review: 'extraction.step.review',
  apply: 'extraction.step.apply',
};

export interface ExtractionStepsProps {
  readonly profileIds: readonly ProfileId[];
  readonly profiles: readonly ProfileRow[];
  readonly extraction: Extraction;
  readonly canary: ReturnType<typeof useCanary>;
  readonly onClose: () => void;
}

/** The steps from the link to the job. */
export function ExtractionSteps({ profileIds, profiles, extraction, canary, onClose }: ExtractionStepsProps) {
  const { t } = useMessages();
  const [step, setStep] = useState<Step>('link');
  const heading = useRef<HTMLOListElement>(null);
  const { form, draft } = extraction;
  const index = steps.indexOf(step);
  const canGoOn = form !== null && findOpenQuestion(extraction) === null && !extraction.test.isTesting;

  const go = (by: -1 | 1) => {
    setStep(steps[index + by] ?? step);
    heading.current?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <>
      <ol ref={heading} className="extraction__steps" aria-label={t('extraction.steps')}>
        {steps.map((name, place) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            <span className="extraction__step-number">{place + 1}</span> {t(stepNames[name])}
          </li>
        ))}
      </ol>

      {step === 'link' && <LinkStep extraction={extraction} firstProfile={profiles[0] ?? null} />}
      {step === 'review' && form && (
        <ReviewStep
          form={form}
          hints={extraction.hints}
          profileIds={profileIds}
          profiles={profiles}
          reply={extraction.test.reply}
        />
      )}
      {step === 'apply' && form && (
        <CanaryStep
          plan={{ form, heldLink: draft.heldLink }}
          profileIds={profileIds}
          profiles={profiles}
          canary={canary}
          onClose={onClose}
        />
      )}

      <div className="extraction__footer">
        <Button variant="default" onClick={onClose}>
          {t('extraction.cancel')}
        </Button>
        {index > 0 && (
          <Button variant="default" disabled={canary.isRunning} onClick={() => go(-1)}>
            {t('extraction.back')}
          </Button>
        )}
        {step !== 'apply' && (
          <Button disabled={!canGoOn} onClick={() => go(1)}>
            {t('extraction.next')}
          </Button>
        )}
      </div>
    </>
  );
}
