/** The package's version; a test holds it equal to package.json's. */
export const COROVM_VERSION: string = '0.1.0';

/** The PHP whose behaviour and dumps are reproduced. */
export const PHP_VERSION: string = '8.2.35';
