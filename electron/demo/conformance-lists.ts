import type { ActionId } from '../../shared/local-api/wire.generated.ts';
import { type ActionCases, id, illegal, internal, systemErrors } from './conformance-case.ts';

type Cases = Readonly<
  Record<
    Exclude<ActionId, `profile-${string}` | 'native-client-profile-opened-list' | 'empty-recycle-bin'>,
    ActionCases
  >
>;

const savedProxy = {
  proxy_type: 'http',
  proxy_ip: '192.0.2.201',
  proxy_port: '8080',
  proxy_user: 'u',
};

/** Groups, tags, proxies, packages, gateways and the service cache. */
export const listCases: Cases = {
  'group-list': { successes: [{ body: {} }, { body: { title: 'shop' } }], failures: {} },
  'group-create': {
    successes: [{ body: { title: 'Fresh', sort: 0 } }],
    failures: {
      1000: { body: { title: 'Fresh' } },
      105001: { body: { title: '', sort: 0 } },
      105002: { body: { title: 'Shop-EU', sort: 0 } },
      105003: { body: { title: 'Fresh', sort: '' } },
    },
  },
  'group-update': {
    successes: [{ body: { id: 2, title: 'Renamed' } }],
    failures: {
      1000: { body: { id: 2 } },
      106001: { body: { id: '', title: 'x' } },
      106002: { body: { id: 2, title: '' } },
      106003: { body: { id: 99_999, title: 'x' } },
    },
  },
  'group-delete': {
    successes: [{ body: { id: 2 } }],
    failures: { 1000: { body: {} }, 107001: { body: { id: '' } }, 107002: { body: { id: 99_999 } } },
  },
  'tag-list': { successes: [{ body: {} }, { body: { title: 'vip' } }], failures: {} },
  'tag-create': {
    successes: [{ body: { title: 'Fresh' } }],
    failures: { 1000: { body: {} }, 113001: { body: { title: '' } }, 113002: { body: { title: 'vip' } } },
  },
  'tag-update': {
    successes: [{ body: { id: 1, title: 'Renamed', sort: 3 } }],
    failures: {
      1000: { body: {} },
      114001: { body: { id: '', title: 'x' } },
      114002: { body: { id: 1, title: '' } },
      114003: { body: { id: 99_999, title: 'x' } },
      114004: { body: { id: 1, title: 'ads' } },
    },
  },
  'tag-delete': {
    successes: [{ body: async ({ prepare }) => ({ id: await prepare('tag-create', { title: 'Fresh' }) }) }],
    failures: {
      1000: { body: {} },
      115001: { body: { id: '' } },
      115002: { body: { id: 99_999 } },
      115003: { body: { id: 1 } },
    },
  },
  'traffic-package-list': {
    successes: [{ body: { page: 1, limit: 100 } }],
    failures: { 1007: { body: { page: 'first' } } },
  },
  'proxy-list': {
    successes: [
      { body: {} },
      { body: { type: 2, limit: 5 } },
      { body: { id: 7003 } },
      { body: { tag_id: 1 } },
    ],
    failures: {},
  },
  'proxy-create': {
    successes: [
      { body: savedProxy },
      { body: { ...savedProxy, proxy_user: undefined, tag: ['mobile', 'x'] } },
    ],
    failures: {
      1000: { body: {} },
      103001: { body: { ...savedProxy, proxy_ip: '' } },
      103002: { body: { ...savedProxy, proxy_type: '' } },
      103003: { body: { ...savedProxy, proxy_type: 'direct' } },
      103004: { body: { ...savedProxy, proxy_port: '' } },
      103005: {
        body: async ({ prepare }) => {
          await prepare('proxy-create', savedProxy);
          return savedProxy;
        },
      },
    },
    byFault: { ...systemErrors, 1011: internal, 103006: internal },
  },
  'proxy-update': {
    successes: [{ body: { id: 7001, note: 'n', tag: 'mobile' } }, { body: { id: 7001, ...savedProxy } }],
    failures: {
      1000: { body: {} },
      2002: { body: { id: 99_999 } },
      104001: { body: { id: '' } },
      104002: { body: { id: 7001, proxy_ip: '' } },
      104003: { body: { id: 7001, proxy_type: 'ftp' } },
      104004: { body: { id: 7001, proxy_port: '' } },
      104006: {
        body: async ({ prepare }) => {
          await prepare('proxy-create', savedProxy);
          return { id: 7001, ...savedProxy };
        },
      },
    },
    byFault: { 1004: internal, 1011: internal, 104005: internal },
  },
  'proxy-delete': {
    successes: [{ body: { id: 7041 } }],
    failures: {
      1000: { body: {} },
      2002: { body: { id: 99_999 } },
      108001: { body: { id: '' } },
      108002: {
        body: async ({ prepare }) => {
          const made = await prepare('proxy-create', savedProxy);
          await prepare('profile-update-proxy-for-custom-proxy', {
            ...id,
            proxy_info: { proxy_mode: 2, ...savedProxy },
          });
          return { id: made };
        },
      },
    },
    byFault: { 108003: internal },
  },
  'proxy-tag-list': { successes: [{ body: {} }], failures: {} },
  'proxy-tag-create': {
    successes: [{ body: { title: 'Fresh' } }],
    failures: { 1000: { body: {} }, 119001: { body: { title: '' } }, 119002: { body: { title: 'mobile' } } },
    byFault: { 1007: illegal },
  },
  'proxy-tag-update': {
    successes: [{ body: { id: 1, title: 'Renamed' } }],
    failures: {
      1000: { body: {} },
      120001: { body: { id: '', title: 'x' } },
      120002: { body: { id: 1, title: '' } },
      120003: { body: { id: 99_999, title: 'x' } },
      120004: { body: { id: 1, title: 'mobile' } },
    },
  },
  'proxy-tag-delete': {
    successes: [
      { body: async ({ prepare }) => ({ id: await prepare('proxy-tag-create', { title: 'Fresh' }) }) },
    ],
    failures: {
      1000: { body: {} },
      121001: { body: { id: '' } },
      121002: { body: { id: 99_999 } },
      121003: { body: { id: 1 } },
    },
  },
  'gateway-list': { successes: [{ body: {} }], failures: {} },
  'gateway-switch': {
    successes: [{ body: { id: '2' } }, { body: { id: 3 } }],
    failures: { 1000: { body: {} }, 118002: { body: { id: '9' } } },
    byFault: { 118001: internal },
  },
  'system-cache-clear': {
    successes: [{ body: {} }, { body: { serviceName: 'etherforce' } }, { body: { serviceName: null } }],
    failures: { 422: { body: { serviceName: 5 } } },
  },
};
