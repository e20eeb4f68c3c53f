import { answerDashboard } from '../../core/inspect/preview/answer-dashboard.js';
import { answerPanel } from '../../core/inspect/preview/answer-panel.js';
import { NoSuch } from '../../core/inspect/preview/no-such.js';
import type {
  DashboardAnswer,
  PanelAnswer,
  PanelRequest,
  PreviewFault,
  PreviewScope,
  PreviewState,
} from '../../core/inspect/preview/protocol.js';
import type { Shown } from '../../core/inspect/preview/state.js';
import { printPosition } from '../../core/model/position.js';
import type { LoadedPacks } from '../config/load-packs.js';
import type { Fault } from '../fault.js';
import type { Interruption } from '../interruption.js';
import { scenesOf } from '../prove/prove-pack.js';
import type { Workshop } from '../prove/workshop.js';
import { present } from '../prove/times.js';
import { collect, type ShownPack } from './collect.js';
import { scenariosOf, Worlds } from './worlds.js';

/** The dashboards of packs, drawn on servers with simulated histories: what the page asks, and what it is told. */
export class Preview {
  readonly #worlds: Worlds;
  #shown: readonly ShownPack[] = [];
  #state: PreviewState = { build: 0, packs: [], now: present * 1000, faults: [] };

  constructor(workshop: Workshop) {
    this.#worlds = new Worlds(workshop);
  }

  /** The state of what is shown. */
  get state(): PreviewState {
    return this.#state;
  }

  /**
   * Builds packs and shows them from now on. What stops the build is told instead, and what was shown stays.
   *
   * @throws Failure, FaultsError where the packs cannot be built
   */
  async show(loaded: LoadedPacks, interruption: Interruption): Promise<void> {
    const { shown, findings } = await collect(loaded, interruption);
    const wrong = findings.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) {
      this.#tell(
        wrong.map(({ id, message, position, fix }) => ({
          message: `${id}: ${message}`,
          ...(position === undefined ? {} : { at: printPosition(position) }),
          ...(fix === undefined ? {} : { next: fix }),
        })),
      );
      return;
    }
    const packs = await Promise.all(
      shown.map(async (each) => ({
        name: each.pack.name,
        scenarios: scenariosOf(await scenesOf(each)).map(({ name, summary }) => ({ name, about: summary })),
        dashboards: each.dashboards,
      })),
    );
    this.#shown = shown;
    this.#state = { build: this.#state.build + 1, packs, now: present * 1000, faults: [] };
  }

  /** Tells what stopped a build. */
  fail(faults: readonly Fault[]): void {
    this.#tell(
      faults.map(({ message, next, position }) => ({
        message,
        next,
        ...(position === undefined ? {} : { at: printPosition(position) }),
      })),
    );
  }

  /** The variables and annotations of a dashboard in a scenario. */
  async dashboard(scope: PreviewScope): Promise<DashboardAnswer> {
    return answerDashboard(scope, await this.#find(scope));
  }

  /** The content of a panel in a scenario. */
  async panel(request: PanelRequest): Promise<PanelAnswer> {
    return answerPanel(request, await this.#find(request));
  }

  #tell(faults: readonly PreviewFault[]): void {
    this.#state = { ...this.#state, build: this.#state.build + 1, faults };
  }

  async #find({ dashboard: uid, scenario: name }: PreviewScope): Promise<Shown> {
    for (const built of this.#shown) {
      const subject = built.subjects.find(({ dashboard }) => dashboard.uid === uid);
      if (subject === undefined) continue;
      const scenarios = scenariosOf(await scenesOf(built));
      const scenario = scenarios.find((each) => each.name === (name ?? 'healthy'));
      if (scenario === undefined) throw new NoSuch(`${built.pack.name} has no scenario "${name}"`);
      const { servers, now } = await this.#worlds.world(built, scenario);
      return { dashboard: subject.dashboard, servers, now };
    }
    throw new NoSuch(`there is no dashboard "${uid}"`);
  }
}
