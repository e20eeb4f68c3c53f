/** A JSON value of a file that anybody wrote: nothing about it is certain. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An object of such a file. */
export type JsonRecord = { readonly [key: string]: Json | undefined };
