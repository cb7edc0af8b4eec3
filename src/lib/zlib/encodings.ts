/** What ZLIB_ENCODING_* are: zlib's window bits. Source: php-src ext/zlib/php_zlib.h */
export const RAW: number = -15;
export const GZIP = 31;
export const DEFLATE = 15;

/** What is said of an argument that is none of them. */
export const ENCODINGS = 'must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE';
