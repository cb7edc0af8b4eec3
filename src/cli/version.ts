/** The package's version; a test holds it equal to package.json's. */
export const COROVM_VERSION: string = '0.1.0';

/** The PHP whose behaviour and dumps are reproduced. */
export const PHP_VERSION: string = '8.2.35';

/** Put in by the bundler: a hash of the sources. */
declare const COROVM_SOURCES: string | undefined;

/** Names this build; null when the sources run unbundled, which then cache nothing. */
export const BUILD_ID: string | null = typeof COROVM_SOURCES === 'undefined' ? null : COROVM_SOURCES;
