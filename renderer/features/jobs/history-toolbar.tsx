import { Button, TextInput } from '@mantine/core';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { operationWords } from '../../../shared/messages/operation-words.ts';
import { operationKinds } from '../../../shared/operation.ts';
import { useMessages } from '../../messages.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import {
  emptyHistoryView,
  type HistoryView,
  hasHistoryFilter,
  historyOutcomes,
  historyStates,
} from './history-filter.ts';

export interface HistoryToolbarProps {
  readonly view: HistoryView;
  readonly onChange: (view: HistoryView) => void;
}

/** Search and filters of the history: by text, operation, state, outcome and day. */
export function HistoryToolbar({ view, onChange }: HistoryToolbarProps) {
  const { t } = useMessages();
  const change = (part: Partial<HistoryView>) => onChange({ ...view, ...part });
  const menu = (name: MessageKey) => ({
    label: t(name),
    name: t('profiles.filter.name', { name: t(name) }),
    findLabel: t('profiles.filter.find'),
    nothingFound: t('profiles.filter.nothingFound'),
  });
  return (
    <search className="jobs-page__toolbar">
      <TextInput
        type="search"
        aria-label={t('jobs.history.search')}
        placeholder={t('jobs.history.placeholder')}
        value={view.text}
        maxLength={200}
        className="jobs-page__search"
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <FilterMenu
        {...menu('jobs.history.operation')}
        getOptions={() =>
          operationKinds.map((kind) => ({
            value: kind,
            label: t(operationWords[kind].name),
            count: '',
          }))
        }
        chosen={view.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <FilterMenu
        {...menu('jobs.history.state')}
        getOptions={() =>
          historyStates.map((state) => ({
            value: state,
            label: t(`jobs.history.state.${state}`),
            count: '',
          }))
        }
        chosen={view.states}
        onChange={(states) => change({ states })}
      />
      <FilterMenu
        {...menu('jobs.history.outcome')}
        getOptions={() =>
          historyOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`jobs.history.having.${outcome}`),
            count: '',
          }))
        }
        chosen={view.having}
        onChange={(having) => change({ having })}
      />
      <div className="jobs-page__days">
        <DayField label={t('jobs.history.from')} value={view.from} onChange={(from) => change({ from })} />
        <DayField label={t('jobs.history.to')} value={view.to} onChange={(to) => change({ to })} />
      </div>
      {hasHistoryFilter(view) && (
        <Button variant="subtle" onClick={() => onChange(emptyHistoryView)}>
          {t('profiles.filter.clear')}
        </Button>
      )}
    </search>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      classNames={{ root: 'jobs-page__day' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
