import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { expect, launchPanel, test } from './app-fixture.ts';
import { profilesScreen } from './screens/profiles-screen.ts';

test.use({ demoStart: { profiles: 40 } });

test('the pill and a card name the cause and the next step, and it recovers by itself', async ({
  demo,
  page,
}) => {
  for (const { state, pill, title, step } of [
    {
      state: 'signedOut',
      pill: 'Signed out',
      title: 'ixBrowser is signed out',
      step: 'Sign in to ixBrowser.',
    },
    {
      state: 'versionTooLow',
      pill: 'Update needed',
      title: 'ixBrowser needs an update',
      step: 'Install the newest version of ixBrowser and start it.',
    },
    {
      state: 'noRights',
      pill: 'No rights',
      title: 'This account may not use the Local API',
      step: 'Ask the owner',
    },
  ] as const) {
    await test.step(state, async () => {
      await demo.control('account.set', { state });
      await page.evaluate(() => window.panel.call('connection.check', {}));
      // With nothing read yet there is a card in place of the rows.
      await page.reload();
      await expect(page.getByRole('button', { name: new RegExp(`^Connection: ${pill}`) })).toBeVisible();
      await expect(page.getByText(title)).toBeVisible();
      await expect(page.getByText(step)).toBeVisible();
      await expect(page.getByText('No profiles yet')).toBeHidden();
      await demo.control('account.set', { state: 'ok' });
      await profilesScreen(page).waitForRows(40);
      await expect(page.getByRole('button', { name: 'Connection: Connected · 40 profiles' })).toBeVisible();
    });
  }
});

test('nothing listening is told as not running, never as no profiles', async ({ userData }) => {
  const port = await findFreePort();
  const panel = await launchPanel({ userData, address: { host: '127.0.0.1', port } });
  await expect(panel.page.getByRole('button', { name: /^Connection: Not running/ })).toBeVisible();
  await expect(panel.page.getByText('ixBrowser does not answer')).toBeVisible();
  await expect(panel.page.getByText(`127.0.0.1:${port}`).first()).toBeVisible();
  await expect(panel.page.getByText('No profiles yet')).toBeHidden();
  await panel.close();
});

const foreignServers: readonly {
  readonly what: string;
  readonly create: () => net.Server;
}[] = [
  {
    what: 'an SSH server',
    create: () => net.createServer((socket) => socket.on('error', () => {}).end('SSH-2.0-OpenSSH_9.2\r\n')),
  },
  {
    what: 'a web server',
    create: () =>
      http.createServer((_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works</h1>'),
      ),
  },
  {
    what: 'another JSON service',
    create: () => http.createServer((_request, response) => response.end('{"status":"ok","items":[]}')),
  },
  {
    what: 'a reply of 100 MB',
    create: () =>
      http.createServer((_request, response) => {
        const chunk = Buffer.alloc(1024 * 1024, 32);
        let left = 100;
        const write = () => {
          while (left > 0 && !response.destroyed) {
            left -= 1;
            if (!response.write(chunk)) return;
          }
          response.end();
        };
        response.on('drain', write).on('error', () => {});
        write();
      }),
  },
  {
    what: 'JSON a million levels deep',
    create: () => http.createServer((_request, response) => response.end('['.repeat(1_000_000))),
  },
];

test('whatever else answers on the port is told as another program', async ({ userData }) => {
  // An address of the command line would stay in the place of the one in the settings.
  const panel = await launchPanel({ userData });
  const { page } = panel;
  for (const { what, create } of foreignServers) {
    await test.step(what, async () => {
      const server = create();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const found = await page.evaluate(async (foreignPort) => {
        const address = { host: '127.0.0.1', port: foreignPort };
        await window.panel.call('settings.update', { address });
        return window.panel.call('connection.check', {});
      }, port);
      expect(found).toMatchObject({ value: { kind: 'disconnected', address: { port } } });
      await page.reload();
      await expect(page.getByRole('button', { name: /^Connection: Another program answers/ })).toBeVisible();
      await expect(page.getByText('Another program answers at this address')).toBeVisible();
      server.close();
      if (server instanceof http.Server) server.closeAllConnections();
    });
  }
  await panel.close();
});

test('when the Local API goes away the rows stay, marked with their time, and it goes on by itself', async ({
  demo,
  page,
}) => {
  const profiles = profilesScreen(page);
  await profiles.waitForRows(40);
  await demo.control('server.pause', {});
  await expect(page.getByRole('button', { name: /^Connection: Not running/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/Not running · list as of /)).toBeVisible();
  await expect(profiles.row(1)).toBeVisible();
  await demo.control('server.resume', {});
  await expect(page.getByRole('button', { name: /^Connection: Connected/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/Not running · list as of /)).toBeHidden();
});

async function findFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
