/**
 * Opcodes that live only until pass two makes JMPs of them: their targets are not known while the body is compiled.
 * Source: php-src 8.2 Zend/zend_compile.h
 */
export const ZEND_GOTO = 253;
export const ZEND_BRK = 254;
export const ZEND_CONT = 255;
