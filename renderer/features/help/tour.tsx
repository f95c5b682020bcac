import { Button, Popover } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { MessageKey } from '../../../shared/messages/language.ts';
import { useMessages } from '../../messages.tsx';
import { closeHelp, useShownHelp } from '../../requests/help-request.ts';
import './help.css';

/** A stop of the tour. One whose element is not there, for example without a connection, is left out. */
const stops: readonly { readonly selector: string; readonly title: MessageKey; readonly body: MessageKey }[] =
  [
    { selector: '.connection-pill', title: 'help.tour.connection', body: 'help.tour.connectionBody' },
    { selector: '[role=searchbox]', title: 'help.tour.search', body: 'help.tour.searchBody' },
    { selector: '.profiles-toolbar', title: 'help.tour.filters', body: 'help.tour.filtersBody' },
    {
      selector: '[role=grid] [role=columnheader] input[type=checkbox]',
      title: 'help.tour.select',
      body: 'help.tour.selectBody',
    },
    { selector: '.app-sidebar [href="#/jobs"]', title: 'help.tour.jobs', body: 'help.tour.jobsBody' },
    {
      selector: '.app-sidebar [href="#/recipes"]',
      title: 'help.tour.recipes',
      body: 'help.tour.recipesBody',
    },
    { selector: '.app-sidebar__help', title: 'help.tour.help', body: 'help.tour.helpBody' },
  ];

/** A walk over the real window, a stop at a time. Esc ends it. */
export function Tour() {
  return useShownHelp() === 'tour' ? <RunningTour /> : null;
}

function RunningTour() {
  const { t } = useMessages();
  const titleId = useId();
  const [index, setIndex] = useState(0);
  // The stops are looked for once the Profiles page stands.
  const [present, setPresent] = useState<typeof stops>([]);
  useEffect(() => {
    setPresent(stops.filter(({ selector }) => document.querySelector(selector)));
  }, []);
  useEffect(() => {
    const endOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeHelp();
    };
    window.addEventListener('keydown', endOnEscape);
    return () => window.removeEventListener('keydown', endOnEscape);
  }, []);
  const stop = present[index];
  const place = useElementPlace(stop?.selector ?? null);
  if (!stop || !place) return null;
  const isLast = index === present.length - 1;
  return (
    <>
      <div className="tour__veil" aria-hidden="true" />
      <Popover
        // It finds its place anew when its element has moved.
        key={`${stop.title} ${place.left} ${place.top}`}
        opened
        onClose={closeHelp}
        closeOnClickOutside={false}
        position="bottom"
        width={340}
        shadow="md"
        trapFocus
        returnFocus
        withArrow
        arrowSize={10}
        // A stop follows the last one at once.
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <div className="tour__frame" style={place} />
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={titleId} aria-modal="true">
          <h2 id={titleId} className="tour__title">
            {t(stop.title)}
          </h2>
          <p className="tour__body">{t(stop.body)}</p>
          <div className="tour__foot">
            <span className="tour__count">
              {t('help.tour.step', { step: index + 1, total: present.length })}
            </span>
            <Button variant="subtle" onClick={closeHelp}>
              {t('help.tour.end')}
            </Button>
            {index > 0 && (
              <Button variant="default" onClick={() => setIndex(index - 1)}>
                {t('help.tour.back')}
              </Button>
            )}
            <Button data-autofocus onClick={() => (isLast ? closeHelp() : setIndex(index + 1))}>
              {t(isLast ? 'help.tour.done' : 'help.tour.next')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

interface ElementPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the element stands in the window, in pixels; it follows a change of the window's size. */
function useElementPlace(selector: string | null): ElementPlace | null {
  const [place, setPlace] = useState<ElementPlace | null>(null);
  useEffect(() => {
    if (!selector) return;
    const measure = () => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      setPlace(box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [selector]);
  return place;
}
