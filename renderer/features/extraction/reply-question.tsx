import { Button } from '@mantine/core';
import { useId } from 'react';
import type { ShownQuestion } from '../../../shared/extraction/reply-view.ts';
import { useMessages } from '../../messages.tsx';

/** A question about the reply that only a person can answer: a button for each answer. */
export function ReplyQuestionView({
  question,
  onPick,
}: {
  readonly question: ShownQuestion;
  readonly onPick: (value: string) => void;
}) {
  const { t } = useMessages();
  const titleId = useId();
  return (
    <section className="extraction__question" aria-labelledby={titleId}>
      <h3 id={titleId}>{t(`extraction.question.${question.about}`)}</h3>
      {question.options.map(({ value, count, sample }) => (
        <div key={value} className="extraction__option">
          <Button variant="default" onClick={() => onPick(value)}>
            {t('extraction.question.option', { value: value === '' ? '{ }' : value, count })}
          </Button>
          {sample && (
            <span className="extraction__quiet">
              {t('extraction.question.sample', {
                host: sample.host,
                port: sample.port,
                user: sample.user ?? t('extraction.none'),
              })}
            </span>
          )}
        </div>
      ))}
    </section>
  );
}
