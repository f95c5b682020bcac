import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleFilled,
  IconCircleXFilled,
  IconInfoCircleFilled,
} from '@tabler/icons-react';
import type { Tone } from './tone.ts';

const icons = {
  good: IconCircleCheckFilled,
  warning: IconAlertTriangleFilled,
  bad: IconCircleXFilled,
  info: IconInfoCircleFilled,
  neutral: IconCircleFilled,
} as const satisfies Record<Tone, unknown>;

/** The icon of a tone, so that no status is told by colour alone. `size` is in pixels. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden="true" className="tone-icon" data-tone={tone} />;
}
