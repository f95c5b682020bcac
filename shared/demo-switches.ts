import { z } from 'zod';

/**
 * Behaviour of the Local API that no source states, or that sources contradict. The demo does one or the other,
 * so that the panel is tested against both. Defaults are the reading that the samples make likeliest.
 */
export const demoSwitches = z.object({
  /** A batch with an unknown id (or, for closing, a profile that is not open): drop that id, or fail the call. */
  badIdInBatch: z.enum(['drop', 'fail']),
  /** A batch with no ids at all: refused with 1000, or answered with none. */
  emptyBatch: z.enum(['refused', 'accepted']),
  /** An id named twice in a batch comes back once or twice. */
  repeatedIdInBatch: z.enum(['once', 'twice']),
  /** More ids in one call are refused with 1000; null is no limit. */
  maxBatchLength: z.int().positive().nullable(),
  batchReplyOrder: z.enum(['asSent', 'sorted', 'reversed']),

  /** Clearing a cache that is empty already: named among the cleared, or left out. */
  emptyCacheClears: z.enum(['listed', 'omitted']),
  /** Clearing an open profile: clears it, leaves it out, or refuses the call with 111003. */
  openProfileClear: z.enum(['clears', 'omitted', 'refused']),
  /** After clearing cookies, reading them gives none, or the copy in the cloud. */
  clearedCookies: z.enum(['gone', 'cloudCopyKept']),

  /** A larger `limit` is cut down to this; null is no maximum. */
  maxPageSize: z.int().positive().nullable(),
  /** A page beyond the end: no rows, or the last page again. */
  pageBeyondEnd: z.enum(['empty', 'lastPage']),
  /** An empty list inside a page: an empty array or null. */
  emptyPage: z.enum(['array', 'null']),
  listOrder: z.enum(['oldestFirst', 'newestFirst']),
  nameFilter: z.enum(['partial', 'exact']),
  /** What joins several `tag_id` and `tag_name` in profile rows. */
  tagSeparator: z.enum([' ', ',']),

  /** Requests at the same time; null is no limit. */
  maxConcurrent: z.int().positive().nullable(),
  /** One request too many is refused with 1010, or waits. */
  tooManyRequests: z.enum(['reject', 'queue']),
  /** More than this in any second answer 1010; null is no limit. */
  maxPerSecond: z.int().positive().nullable(),

  /** When a copy appears in the list: at once, or only after two more requests of the list. */
  copyListedAt: z.enum(['once', 'late']),
  /** Whether a copy may have the name of another profile; if not, 112001. */
  copyAllowsEqualNames: z.boolean(),
  /** Group of a copy made without `group_id`. */
  copyGroup: z.enum(['default', 'origin']),
  /** Name of a copy made without `name`. */
  copyName: z.enum(['same', 'numbered']),
  /** Everything but cookies and cache, or the cookies too. */
  copyKeepsCookies: z.boolean(),
  /** Remaining creations, copies and openings of the day (1017, 1019, 1018); null is no limit. */
  createsLeft: z.int().nonnegative().nullable(),
  copiesLeft: z.int().nonnegative().nullable(),
  opensLeft: z.int().nonnegative().nullable(),

  /** Code family for values out of range when a profile is switched to a supplier link. */
  extractionErrors: z.enum(['createFamily', 'updateFamily', 'proxyMethod']),
  /** Whether 0, "0" and false stand for each other in switches and digits for numbers. */
  valueForms: z.enum(['all', 'documented']),
  /** Letter case of country and platform. */
  letterCase: z.enum(['ignored', 'strict']),
  /** A field that no source knows: ignored, or refused with 1007. */
  unknownField: z.enum(['ignored', 'refused']),

  /** Nested objects of `profile-update`: merged into the stored ones, or put in their place. */
  profileUpdate: z.enum(['merge', 'replace']),
  /** Changing or deleting an open profile: done, or refused (1004 and 116001). */
  changeWhileOpen: z.enum(['allowed', 'refused']),
  profileDelete: z.enum(['recycleBin', 'gone']),
  emptyBinFilters: z.enum(['ignored', 'honoured']),
  /** Deleting a group with profiles inside: they move to the default group, go with it, or nothing is done (1008). */
  groupDelete: z.enum(['movesToDefault', 'deletesProfiles', 'refused']),
  cookiesUpdate: z.enum(['replace', 'merge']),

  /** Language of error texts, or none at all. */
  messages: z.enum(['english', 'chinese', 'absent']),
  /** Address outside the API: an HTML page with 404, or the envelope with 1001. */
  unknownPath: z.enum(['html', 'envelope']),
  /** Offset of times in text, in minutes east of UTC. */
  textTimeOffsetMinutes: z.int(),

  /** Whether the service cache takes `service_name` for `serviceName`. */
  serviceAcceptsSnakeCase: z.boolean(),
  /** Spelling of the keys in its reply. */
  serviceReplyCase: z.enum(['camel', 'snake']),
  serviceStatus: z.enum(['success', 'error']),
  /** What it says it has cleared: nothing, items with a count that does not fit them, or neither items nor count. */
  serviceClears: z.enum(['nothing', 'items', 'unsaid']),
  /** Any other service name is refused with 422; null takes every name. */
  serviceNames: z.array(z.string()).nullable(),
  /** Whether its description at `/openapi.json` is there, there without the call, or missing. */
  serviceDescription: z.enum(['complete', 'withoutClear', 'missing']),
});
export type DemoSwitches = z.infer<typeof demoSwitches>;

/** What the demo does unless told otherwise. */
export const defaultDemoSwitches: DemoSwitches = {
  badIdInBatch: 'drop',
  emptyBatch: 'refused',
  repeatedIdInBatch: 'once',
  maxBatchLength: null,
  batchReplyOrder: 'asSent',
  emptyCacheClears: 'listed',
  openProfileClear: 'omitted',
  clearedCookies: 'gone',
  maxPageSize: null,
  pageBeyondEnd: 'empty',
  emptyPage: 'array',
  listOrder: 'oldestFirst',
  nameFilter: 'partial',
  tagSeparator: ' ',
  maxConcurrent: 3,
  tooManyRequests: 'reject',
  maxPerSecond: null,
  copyListedAt: 'once',
  copyAllowsEqualNames: true,
  copyGroup: 'default',
  copyName: 'numbered',
  copyKeepsCookies: false,
  createsLeft: null,
  copiesLeft: null,
  opensLeft: null,
  extractionErrors: 'updateFamily',
  valueForms: 'all',
  letterCase: 'ignored',
  unknownField: 'ignored',
  profileUpdate: 'merge',
  changeWhileOpen: 'allowed',
  profileDelete: 'recycleBin',
  emptyBinFilters: 'ignored',
  groupDelete: 'movesToDefault',
  cookiesUpdate: 'replace',
  messages: 'english',
  unknownPath: 'html',
  textTimeOffsetMinutes: 0,
  serviceAcceptsSnakeCase: false,
  serviceReplyCase: 'camel',
  serviceStatus: 'success',
  serviceClears: 'nothing',
  serviceNames: null,
  serviceDescription: 'complete',
};
