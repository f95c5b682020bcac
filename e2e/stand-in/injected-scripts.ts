import { Script } from 'node:vm';
import { decodeMessage, encodeMessage } from './message-codec.ts';
import { installPageWorld } from './page-world.ts';
import { installPreloadWorld, type PreloadConfig } from './preload-world.ts';
import { createWorldLink } from './world-link.ts';

/** The script for the page's own world; it runs before every script of the page. */
export function buildPageScript(secret: string): string {
  return `(${installPageWorld})((${createWorldLink})(${JSON.stringify(secret)}, 'page'));`;
}

/**
 * The script for the isolated world: the environment in every frame, the preload only in the main frame,
 * as with `nodeIntegrationInSubFrames: false`. Throws a SyntaxError for a preload that does not parse.
 */
export function buildPreloadScript(
  config: PreloadConfig,
  preload: { readonly path: string; readonly source: string } | undefined,
): string {
  const script = `(() => {
    const codec = { encode: ${encodeMessage}, decode: ${decodeMessage} };
    const link = (${createWorldLink})(${JSON.stringify(config.secret)}, 'preload');
    const environment = (${installPreloadWorld})(${JSON.stringify(config)}, link, codec);
    if (window.top !== window) return;
    const module = { exports: {} };
    try {
      (function (require, module, exports, process) { ${preload?.source ?? ''}
      })(environment.require, module, module.exports, environment.process);
    } catch (error) {
      environment.reportError(${JSON.stringify(preload?.path ?? '')}, error);
    }
  })();`;
  new Script(script, { filename: preload?.path ?? 'preload' });
  return script;
}
