import { describe, expect, test } from 'vitest';
import { type ActionSpec, actions } from '../../shared/local-api/catalogue.ts';
import { errorCatalogue } from '../../shared/local-api/error-catalogue.ts';
import { responseSchema } from '../../shared/local-api/schemas.ts';
import { callAction, type WireReply } from './call-action.ts';
import type { ConformanceCase, Prepare } from './conformance-case.ts';
import { conformanceCases } from './conformance-cases.ts';
import { type DemoApi, startDemoApi } from './server.ts';

const enveloped = actions.filter((action) => action.envelope === 'ixbrowser');

/** Codes of the appendix that no page lists: any call may bring them. */
const appendixCodes = [
  1001, 1002, 1005, 1006, 1010, 1015, 1016, 1017, 1018, 1019, 1020, 2011, 2012, 2013, 111001, 111002, 111003,
  116001,
];

async function withDemo<T>(use: (api: DemoApi) => Promise<T>): Promise<T> {
  const api = await startDemoApi({ profiles: 40, seed: 7 });
  try {
    const { openProfileIds } = await api.control('state.get', {});
    await api.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
    return await use(api);
  } finally {
    await api.close();
  }
}

async function run(api: DemoApi, action: ActionSpec, given: ConformanceCase): Promise<WireReply> {
  const prepare: Prepare = async (id, body) => (await callAction(api, id, body)).body.data;
  const { foreignTransferCodes } = await api.control('state.get', {});
  const preparation = { prepare, foreignCode: foreignTransferCodes[0] ?? '' };
  const body = typeof given.body === 'function' ? await given.body(preparation) : given.body;
  await api.control('switches.set', given.switches ?? {});
  // A name for the switch that forbids equal ones to bite on.
  if (given.switches?.copyAllowsEqualNames === false) await prepare('profile-create', { name: 'Twice' });
  return await callAction(api, action.id, body);
}

function expectFailure(action: ActionSpec, reply: WireReply, code: number): void {
  const failure = action.failure;
  expect(reply.body.error.code).toBe(code);
  expect(reply.body.error.message).toBe(errorCatalogue[`${code as 1000}`]?.message);
  if (failure === null) return;
  expect(reply.status).toBe(failure.httpStatus);
  expect(reply.body.data).toEqual(failure.dataType === 'array' ? [] : null);
  expect('time' in reply.body.error).toBe(failure.envelopeHasTime);
}

function documentedCodes(action: ActionSpec): number[] {
  const listed = action.errorCodes.flatMap((code) =>
    typeof code === 'number'
      ? [code]
      : Object.entries(errorCatalogue)
          .filter(([, entry]) => entry.family === code)
          .map(([number]) => Number(number)),
  );
  return [...new Set([...listed, ...(action.errorCodesOnlyInExample ?? [])])].sort((a, b) => a - b);
}

test('every action of the catalogue has its cases', () => {
  expect(actions).toHaveLength(51);
  expect(Object.keys(conformanceCases).sort()).toEqual(actions.map((action) => action.id).sort());
});

describe.each(actions.map((action) => [action.id, action] as const))('%s', (id, action) => {
  const cases = conformanceCases[id];

  test('succeeds in the documented shape', async () => {
    expect(cases.successes.length).toBeGreaterThan(0);
    for (const given of cases.successes) {
      await withDemo(async (api) => {
        const reply = await run(api, action, given);
        expect(reply.status).toBe(200);
        if (action.envelope === 'none') {
          responseSchema(id).parse(reply.body);
          expect(Object.keys(reply.body).sort()).toEqual(Object.keys(action.response.fields ?? {}).sort());
          return;
        }
        expect(reply.body.error).toMatchObject({ code: 0, message: 'success' });
        if (action.envelopeHasTime !== null) expect('time' in reply.body.error).toBe(action.envelopeHasTime);
        expect('data' in reply.body).toBe(action.response.type !== 'none');
        if (action.response.type === 'null') expect(reply.body.data).toBeNull();
        responseSchema(id).parse(reply.body.data);
        expectDocumentedKeys(action, reply.body.data);
      });
    }
  });

  if (action.envelope === 'ixbrowser') {
    test('covers every documented code', () => {
      // The account brings 1008: see the test of accounts below.
      const covered = [...Object.keys(cases.failures), ...Object.keys(cases.byFault ?? {})].map(Number);
      const expected = documentedCodes(action).filter((code) => code !== 1008);
      expect(covered.sort((a, b) => a - b)).toEqual(expected);
    });
  }

  for (const [code, given] of Object.entries(cases.failures)) {
    test(`fails with ${code}`, async () => {
      await withDemo(async (api) => {
        const reply = await run(api, action, given);
        if (action.envelope === 'none') expect(reply.status).toBe(Number(code));
        else expectFailure(action, reply, Number(code));
      });
    });
  }

  const faults = Object.entries(cases.byFault ?? {});
  if (faults.length > 0) {
    test('fails with the other documented codes by a fault', async () => {
      await withDemo(async (api) => {
        for (const [code, reason] of faults) {
          expect(reason).not.toBe('');
          await api.control('faults.add', {
            action: id,
            times: 1,
            fault: { kind: 'error', code: Number(code) },
          });
          expectFailure(action, await callAction(api, id, {}), Number(code));
        }
      });
    });
  }
});

test('the service cache names the field it cannot read', async () => {
  await withDemo(async (api) => {
    const reply = await callAction(api, 'system-cache-clear', { serviceName: 5 });
    expect(reply.body).toEqual({
      detail: [
        {
          loc: ['body', 'serviceName'],
          msg: 'Input should be a valid string',
          type: 'string_type',
          input: 5,
        },
      ],
    });
  });
});

test('an account that is signed out, too old or without rights gets its code from every action', async () => {
  await withDemo(async (api) => {
    for (const [state, code] of [
      ['signedOut', 1002],
      ['versionTooLow', 1005],
      ['noRights', 1008],
    ] as const) {
      await api.control('account.set', { state });
      for (const action of enveloped) expectFailure(action, await callAction(api, action.id, {}), code);
    }
  });
});

test('the codes of the appendix can come from any action', async () => {
  await withDemo(async (api) => {
    for (const code of appendixCodes) {
      await api.control('faults.add', { action: '*', times: 1, fault: { kind: 'error', code } });
      const reply = await callAction(api, 'profile-clear-cache', { profile_id: [1] });
      expect(reply.body.error.code).toBe(code);
    }
  });
});

test('every documented code belongs to an action or to the appendix', () => {
  const reachable = new Set([...actions.flatMap(documentedCodes), ...appendixCodes]);
  const unreachable = Object.keys(errorCatalogue).filter((code) => !reachable.has(Number(code)));
  expect(unreachable).toEqual([]);
  expect(Object.keys(errorCatalogue)).toHaveLength(163);
});

/** A reply has no fields that no source documents, and a list leaves out only those marked as optional. */
function expectDocumentedKeys(action: ActionSpec, data: unknown): void {
  const { response } = action;
  const items = response.paginated === true ? response.fields?.data?.items : response.items;
  const rows = response.paginated === true ? (data as { data: unknown[] }).data : data;
  if (items?.fields === undefined || !Array.isArray(rows)) return;
  expect(rows.length).toBeGreaterThanOrEqual(0);
  const names = Object.keys(items.fields);
  const required = names.filter((name) => items.fields?.[name]?.optional !== true);
  for (const row of rows as object[]) {
    expect(names).toEqual(expect.arrayContaining(Object.keys(row)));
    expect(Object.keys(row)).toEqual(expect.arrayContaining(required));
  }
}
