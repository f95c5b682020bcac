import { schemeOf, toAppUrl } from './app-url.ts';
import type { CdpSession } from './cdp.ts';
import { refuseUnknownMembers } from './not-emulated.ts';

/** One frame of a page, shaped like Electron's `WebFrameMain`; `url` and `origin` are those of the app's scheme. */
export class FrameStandIn {
  readonly frameId: string;
  readonly parent: FrameStandIn | null;
  readonly processId = 1;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  name = '';
  detached = false;
  frames: FrameStandIn[] = [];
  chromiumUrl = '';

  constructor(frameId: string, parent: FrameStandIn | null, routingId: number) {
    this.frameId = frameId;
    this.parent = parent;
    this.routingId = routingId;
    this.frameTreeNodeId = routingId;
    const guarded = refuseUnknownMembers('WebFrameMain', this);
    parent?.frames.push(guarded);
    // biome-ignore lint/correctness/noConstructorReturn: the guarded object must be the one identity of the frame.
    return guarded;
  }

  get url(): string {
    return toAppUrl(this.chromiumUrl);
  }

  get origin(): string {
    const url = this.url;
    return schemeOf(url) === undefined ? new URL(url).origin : url.split('/').slice(0, 3).join('/');
  }

  get top(): FrameStandIn | null {
    return this.detached ? null : (this.parent?.top ?? this);
  }

  isDestroyed(): boolean {
    return this.detached;
  }
}

/** Follows the frames of one page from the events of its session. */
export class FrameTree {
  main: FrameStandIn | undefined;
  readonly #frames = new Map<string, FrameStandIn>();
  #lastRoutingId = 0;

  /** Subscribes to the session; call before `Page.enable`. */
  follow(session: CdpSession): void {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#ensure(frameId, this.#frames.get(parentFrameId) ?? this.main ?? null);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = this.#ensure(
        frame.id,
        frame.parentId === undefined ? null : (this.#frames.get(frame.parentId) ?? null),
      );
      known.chromiumUrl = frame.url + (frame.urlFragment ?? '');
      known.name = frame.name ?? '';
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const known = this.#frames.get(frameId);
      if (known !== undefined) known.chromiumUrl = url;
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const known = this.#frames.get(frameId);
      if (known === undefined || reason === 'swap') return;
      known.detached = true;
      this.#frames.delete(frameId);
      if (known.parent !== null) known.parent.frames = known.parent.frames.filter((frame) => frame !== known);
    });
  }

  /** The frame with this DevTools id, if it still exists. */
  find(frameId: string | undefined): FrameStandIn | undefined {
    return frameId === undefined ? undefined : this.#frames.get(frameId);
  }

  /** Makes the page's main frame known before its first navigation. */
  setMain(frameId: string): void {
    this.#ensure(frameId, null).chromiumUrl ||= 'about:blank';
  }

  #ensure(frameId: string, parent: FrameStandIn | null): FrameStandIn {
    const known = this.#frames.get(frameId);
    if (known !== undefined) return known;
    this.#lastRoutingId += 1;
    const created = new FrameStandIn(frameId, parent, this.#lastRoutingId);
    this.#frames.set(frameId, created);
    if (parent === null) this.main = created;
    return created;
  }
}
