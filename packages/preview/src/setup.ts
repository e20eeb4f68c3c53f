import { standardFieldConfigEditorRegistry, standardTransformers, standardTransformersRegistry } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { fonts, icons } from 'assets';
import { standardOptions } from './standard-options.js';

/** What went wrong in the page, for those who look at it from outside. */
export const errors: string[] = [];

declare global {
  interface Window {
    dashpackErrors: string[];
  }
}

/** Prepares what Grafana's components expect of the Grafana around them. */
export async function setUp(): Promise<void> {
  window.dashpackErrors = errors;
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  answerIcons();
  await Promise.all([initPluginTranslations('grafana'), loadFonts()]);
  standardFieldConfigEditorRegistry.setInit(standardOptions);
  standardTransformersRegistry.setInit(
    () =>
      Object.values(standardTransformers).map((transformer) => ({
        id: transformer.id,
        name: transformer.name,
        transformation: () => Promise.resolve(transformer),
        editor: () => null,
      })) as never,
  );
}

/** Text is measured before it is drawn: with the fonts that it will have. */
async function loadFonts(): Promise<void> {
  await Promise.all(
    fonts.map(async ({ family, weight, bytes }) => {
      const face = new FontFace(
        family,
        Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0)),
        { weight: String(weight) },
      );
      document.fonts.add(await face.load());
    }),
  );
}

/** Icons are asked for by their address: the page has them in itself. */
function answerIcons(): void {
  const outside = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const [, path] = /(build\/img\/icons\/.*)$/.exec(address) ?? [];
    if (path === undefined) return outside(input, init);
    const icon = icons[path] ?? '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>';
    return new Response(icon, { headers: { 'content-type': 'image/svg+xml' } });
  };
}

/** The present of a simulation stands still. */
export function stopClock(now: number): void {
  const RealDate = Date;
  const Fixed = function (this: unknown, ...args: unknown[]) {
    if (new.target === undefined) return new RealDate(now).toString();
    return args.length === 0 ? new RealDate(now) : Reflect.construct(RealDate, args);
  };
  Object.assign(Fixed, { UTC: RealDate.UTC, parse: RealDate.parse, now: () => now });
  Fixed.prototype = RealDate.prototype;
  Reflect.set(globalThis, 'Date', Fixed);
}
