/**
 * The English texts, which define the keys. `{{name}}` is filled in; keys that end in `_one` and `_other`
 * are chosen by `count`. Write for people who are not technical: what happened, why if known, what to do.
 */
export const en = {
  'app.name': 'Profile Panel',
} as const;
