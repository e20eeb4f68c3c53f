declare module 'assets' {
  export const fonts: readonly { readonly family: string; readonly weight: number; readonly bytes: string }[];
  export const icons: Readonly<Record<string, string>>;
}
