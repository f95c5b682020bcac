import { actions } from '../shared/local-api/catalogue.ts';
import type { ActionId } from '../shared/local-api/wire.generated.ts';
import { expect, launchPanel, test } from './app-fixture.ts';
import { type AskDemo, consoleBodies } from './console-bodies.ts';
import { consoleScreen } from './screens/console-screen.ts';

test.use({ demoStart: { profiles: 40 } });
test.setTimeout(240_000);

/** A code that any action may bring. */
const failureCode = 1008;

test('every action of the contract is reached through the console, sends the documented body, shows success and failure', async ({
  demo,
  userData,
}) => {
  const panel = await launchPanel({ userData, address: demo });
  const { page } = panel;
  await page.evaluate(
    (port) => window.panel.call('settings.update', { serviceAddress: { host: '127.0.0.1', port } }),
    demo.servicePort,
  );
  const screen = consoleScreen(page);
  const { foreignTransferCodes } = await demo.control('state.get', {});
  const ask: AskDemo = async (action, body) => {
    const reply = await fetch(`http://${demo.host}:${demo.port}/api/v2/${action}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return ((await reply.json()) as { data: unknown }).data;
  };
  const walked: ActionId[] = [];

  await screen.open();
  await screen.readOnly.click({ force: true });
  await screen.show('JSON');
  for (const action of Object.keys(consoleBodies) as ActionId[]) {
    await test.step(action, async () => {
      const given = consoleBodies[action];
      const body =
        typeof given === 'function'
          ? await given({ ask, foreignCode: foreignTransferCodes[0] ?? '' })
          : given;
      await screen.choose(action);
      await screen.writeBody(body);
      const { received } = await demo.control('requests.list', { action: 'none' });
      await screen.sendAndConfirm();
      await screen.expectOutcome('Success');
      const { requests } = await demo.control('requests.list', { action, sinceSeq: received });
      // The panel itself looks for the connection and the open profiles with two of the actions.
      expect(requests.map((request) => request.body)).toContainEqual(body);
      if (!action.endsWith('-list')) expect(requests).toHaveLength(1);

      await demo.control('faults.add', {
        action,
        times: 1,
        fault: { kind: 'error', code: failureCode },
      });
      if (action === 'system-cache-clear') {
        await screen.sendAndConfirm();
        await screen.expectOutcome('Outcome unknown');
      } else {
        await expect(async () => {
          // A list that the panel reads by itself may have met the fault.
          if (action.endsWith('-list'))
            await demo.control('faults.add', {
              action,
              times: 1,
              fault: { kind: 'error', code: failureCode },
            });
          await screen.sendAndConfirm();
          await screen.expectOutcome('Refused');
        }).toPass();
        await expect(screen.reply.getByText(new RegExp(`Code: api_rejected · ${failureCode}`))).toBeVisible();
        await expect(screen.reply.getByText(/permissions/i).first()).toBeVisible();
      }
      await demo.control('faults.clear', {});
      walked.push(action);
    });
  }
  expect(walked.toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
  expect(walked).toHaveLength(51);
  await panel.close();
});
