/** Of a long row of alike trials, tests try every `stride`th; with `DASHPACK_TESTS=all`, as before a release, each one. */
export function everyNth<Trial>(stride: number, trials: readonly Trial[]): readonly Trial[] {
  return isWhole ? trials : trials.filter((_, index) => index % stride === 0);
}

/** How often something is tried, where `DASHPACK_TESTS=all` tries it `whole` times. */
export function times(usual: number, whole: number): number {
  return isWhole ? whole : usual;
}

const isWhole = process.env['DASHPACK_TESTS'] === 'all';
