const word = String.raw`[\w.-]*(?:password|passwd|secret|token|api_?key|authorization|credential)[\w.-]*`;
const inJson = new RegExp(String.raw`("${word}"\s*:\s*)"(?:[^"\\]|\\.)+"`, 'gi');
const inAddress = new RegExp(String.raw`([?&]${word}=)[^&\s"]+`, 'gi');

/**
 * Takes out of an answer what a server should not have said, by the names it has: the value of `"password"`, of
 * `?token=`. The secrets that dashpack itself sends are taken out before, by their values.
 */
export function scrub(text: string): string {
  return text.replaceAll(inJson, '$1"***"').replaceAll(inAddress, '$1***');
}
