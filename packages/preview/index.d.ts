/** The folder with the built page: absolute. */
export declare const folder: string;

/** The page as HTML: one that asks its server, or one that stands alone with recorded answers. */
export declare function page(given: {
  readonly title: string;
  readonly recorded?: { readonly state: unknown; readonly answers: Readonly<Record<string, unknown>> };
}): string;
