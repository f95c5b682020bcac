import { Button, TextInput } from '@mantine/core';
import { activityOutcomes } from '../../../shared/activity.ts';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { useFormats } from '../../use-formats.ts';
import {
  type ActivityFacets,
  type ActivityView,
  firstActivityView,
  hasActivityFilter,
} from './activity-filter.ts';
import { describeAction, outcomeWords } from './describe-activity.ts';

export interface ActivityToolbarProps {
  readonly view: ActivityView;
  readonly facets: ActivityFacets;
  readonly nameJob: (id: string) => string;
  readonly onChange: (view: ActivityView) => void;
}

/** Search and filters, and the chip that says that background reads are left out. */
export function ActivityToolbar({ view, facets, nameJob, onChange }: ActivityToolbarProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const change = (part: Partial<ActivityView>) => onChange({ ...view, ...part });
  const menu = (name: MessageKey) => ({
    label: t(name),
    name: t('profiles.filter.name', { name: t(name) }),
    findLabel: t('profiles.filter.find'),
    nothingFound: t('profiles.filter.nothingFound'),
  });
  const toCount = (count: number | undefined) => formats.number(count ?? 0);
  return (
    <search className="activity-toolbar">
      <TextInput
        type="search"
        aria-label={t('activity.search')}
        placeholder={t('activity.searchHint')}
        value={view.text}
        maxLength={200}
        className="activity-toolbar__search"
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <FilterMenu
        {...menu('activity.column.outcome')}
        getOptions={() =>
          activityOutcomes.map((outcome) => ({
            value: outcome,
            label: t(outcomeWords[outcome].text),
            count: toCount(facets.outcomes.get(outcome)),
          }))
        }
        chosen={view.outcomes}
        onChange={(outcomes) => change({ outcomes })}
      />
      <FilterMenu
        {...menu('activity.column.action')}
        getOptions={() =>
          [...facets.actions]
            .map(([action, count]) => ({
              value: action,
              label: describeAction(t, action),
              count: toCount(count),
            }))
            .sort((a, b) => a.label.localeCompare(b.label))
        }
        chosen={view.actions}
        onChange={(actions) => change({ actions })}
      />
      <FilterMenu
        {...menu('activity.column.job')}
        getOptions={() =>
          [...facets.jobs].map(([id, count]) => ({
            value: id,
            label: nameJob(id),
            count: toCount(count),
          }))
        }
        chosen={view.jobs}
        onChange={(jobs) => change({ jobs })}
      />
      {view.withBackground ? (
        <Button variant="subtle" onClick={() => change({ withBackground: false })}>
          {t('activity.background.hide')}
        </Button>
      ) : (
        <ul className="activity-toolbar__chips" aria-label={t('profiles.filter.active')}>
          <FilterChip
            text={t('activity.background.hidden', { times: formats.number(facets.backgroundReads) })}
            removeLabel={t('activity.background.show')}
            onRemove={() => change({ withBackground: true })}
          />
        </ul>
      )}
      {hasActivityFilter(view) && (
        <Button
          variant="subtle"
          onClick={() => onChange({ ...firstActivityView, withBackground: view.withBackground })}
        >
          {t('profiles.filter.clear')}
        </Button>
      )}
    </search>
  );
}
