/**
 * Token numbers: those of PHP 8.2's tokenizer (php-src Zend/zend_language_parser.h, the T_* constants of ext/tokenizer);
 * a one-character token is its character code, as in bison. `END` is the end of the file.
 */
export const END = 0;
export const T_LNUMBER = 260;
export const T_DNUMBER = 261;
export const T_STRING = 262;
export const T_NAME_FULLY_QUALIFIED = 263;
export const T_NAME_RELATIVE = 264;
export const T_NAME_QUALIFIED = 265;
export const T_VARIABLE = 266;
export const T_INLINE_HTML = 267;
export const T_ENCAPSED_AND_WHITESPACE = 268;
export const T_CONSTANT_ENCAPSED_STRING = 269;
export const T_STRING_VARNAME = 270;
export const T_NUM_STRING = 271;
export const T_INCLUDE = 272;
export const T_INCLUDE_ONCE = 273;
export const T_EVAL = 274;
export const T_REQUIRE = 275;
export const T_REQUIRE_ONCE = 276;
export const T_LOGICAL_OR = 277;
export const T_LOGICAL_XOR = 278;
export const T_LOGICAL_AND = 279;
export const T_PRINT = 280;
export const T_YIELD = 281;
export const T_YIELD_FROM = 282;
export const T_INSTANCEOF = 283;
export const T_NEW = 284;
export const T_CLONE = 285;
export const T_EXIT = 286;
export const T_IF = 287;
export const T_ELSEIF = 288;
export const T_ELSE = 289;
export const T_ENDIF = 290;
export const T_ECHO = 291;
export const T_DO = 292;
export const T_WHILE = 293;
export const T_ENDWHILE = 294;
export const T_FOR = 295;
export const T_ENDFOR = 296;
export const T_FOREACH = 297;
export const T_ENDFOREACH = 298;
export const T_DECLARE = 299;
export const T_ENDDECLARE = 300;
export const T_AS = 301;
export const T_SWITCH = 302;
export const T_ENDSWITCH = 303;
export const T_CASE = 304;
export const T_DEFAULT = 305;
export const T_MATCH = 306;
export const T_BREAK = 307;
export const T_CONTINUE = 308;
export const T_GOTO = 309;
export const T_FUNCTION = 310;
export const T_FN = 311;
export const T_CONST = 312;
export const T_RETURN = 313;
export const T_TRY = 314;
export const T_CATCH = 315;
export const T_FINALLY = 316;
export const T_THROW = 317;
export const T_USE = 318;
export const T_INSTEADOF = 319;
export const T_GLOBAL = 320;
export const T_STATIC = 321;
export const T_ABSTRACT = 322;
export const T_FINAL = 323;
export const T_PRIVATE = 324;
export const T_PROTECTED = 325;
export const T_PUBLIC = 326;
export const T_READONLY = 327;
export const T_VAR = 328;
export const T_UNSET = 329;
export const T_ISSET = 330;
export const T_EMPTY = 331;
export const T_HALT_COMPILER = 332;
export const T_CLASS = 333;
export const T_TRAIT = 334;
export const T_INTERFACE = 335;
export const T_ENUM = 336;
export const T_EXTENDS = 337;
export const T_IMPLEMENTS = 338;
export const T_NAMESPACE = 339;
export const T_LIST = 340;
export const T_ARRAY = 341;
export const T_CALLABLE = 342;
export const T_LINE = 343;
export const T_FILE = 344;
export const T_DIR = 345;
export const T_CLASS_C = 346;
export const T_TRAIT_C = 347;
export const T_METHOD_C = 348;
export const T_FUNC_C = 349;
export const T_NS_C = 350;
export const T_ATTRIBUTE = 351;
export const T_PLUS_EQUAL = 352;
export const T_MINUS_EQUAL = 353;
export const T_MUL_EQUAL = 354;
export const T_DIV_EQUAL = 355;
export const T_CONCAT_EQUAL = 356;
export const T_MOD_EQUAL = 357;
export const T_AND_EQUAL = 358;
export const T_OR_EQUAL = 359;
export const T_XOR_EQUAL = 360;
export const T_SL_EQUAL = 361;
export const T_SR_EQUAL = 362;
export const T_COALESCE_EQUAL = 363;
export const T_BOOLEAN_OR = 364;
export const T_BOOLEAN_AND = 365;
export const T_IS_EQUAL = 366;
export const T_IS_NOT_EQUAL = 367;
export const T_IS_IDENTICAL = 368;
export const T_IS_NOT_IDENTICAL = 369;
export const T_IS_SMALLER_OR_EQUAL = 370;
export const T_IS_GREATER_OR_EQUAL = 371;
export const T_SPACESHIP = 372;
export const T_SL = 373;
export const T_SR = 374;
export const T_INC = 375;
export const T_DEC = 376;
export const T_INT_CAST = 377;
export const T_DOUBLE_CAST = 378;
export const T_STRING_CAST = 379;
export const T_ARRAY_CAST = 380;
export const T_OBJECT_CAST = 381;
export const T_BOOL_CAST = 382;
export const T_UNSET_CAST = 383;
export const T_OBJECT_OPERATOR = 384;
export const T_NULLSAFE_OBJECT_OPERATOR = 385;
export const T_DOUBLE_ARROW = 386;
export const T_COMMENT = 387;
export const T_DOC_COMMENT = 388;
export const T_OPEN_TAG = 389;
export const T_OPEN_TAG_WITH_ECHO = 390;
export const T_CLOSE_TAG = 391;
export const T_WHITESPACE = 392;
export const T_START_HEREDOC = 393;
export const T_END_HEREDOC = 394;
export const T_DOLLAR_OPEN_CURLY_BRACES = 395;
export const T_CURLY_OPEN = 396;
export const T_PAAMAYIM_NEKUDOTAYIM = 397;
export const T_NS_SEPARATOR = 398;
export const T_ELLIPSIS = 399;
export const T_COALESCE = 400;
export const T_POW = 401;
export const T_POW_EQUAL = 402;
export const T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG = 403;
export const T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG = 404;
export const T_BAD_CHARACTER = 405;
export const T_ERROR = 406;

/** One row per named token: its number, its name, and how bison's %token line describes it (quoted when it has one form). */
export const TOKEN_ROWS: ReadonlyArray<readonly [id: number, name: string, description: string]> = [
  [T_LNUMBER, 'T_LNUMBER', 'integer'],
  [T_DNUMBER, 'T_DNUMBER', 'floating-point number'],
  [T_STRING, 'T_STRING', 'identifier'],
  [T_NAME_FULLY_QUALIFIED, 'T_NAME_FULLY_QUALIFIED', 'fully qualified name'],
  [T_NAME_RELATIVE, 'T_NAME_RELATIVE', 'namespace-relative name'],
  [T_NAME_QUALIFIED, 'T_NAME_QUALIFIED', 'namespaced name'],
  [T_VARIABLE, 'T_VARIABLE', 'variable'],
  [T_INLINE_HTML, 'T_INLINE_HTML', 'T_INLINE_HTML'],
  [T_ENCAPSED_AND_WHITESPACE, 'T_ENCAPSED_AND_WHITESPACE', 'string content'],
  [T_CONSTANT_ENCAPSED_STRING, 'T_CONSTANT_ENCAPSED_STRING', 'quoted string'],
  [T_STRING_VARNAME, 'T_STRING_VARNAME', 'variable name'],
  [T_NUM_STRING, 'T_NUM_STRING', 'number'],
  [T_INCLUDE, 'T_INCLUDE', "'include'"],
  [T_INCLUDE_ONCE, 'T_INCLUDE_ONCE', "'include_once'"],
  [T_EVAL, 'T_EVAL', "'eval'"],
  [T_REQUIRE, 'T_REQUIRE', "'require'"],
  [T_REQUIRE_ONCE, 'T_REQUIRE_ONCE', "'require_once'"],
  [T_LOGICAL_OR, 'T_LOGICAL_OR', "'or'"],
  [T_LOGICAL_XOR, 'T_LOGICAL_XOR', "'xor'"],
  [T_LOGICAL_AND, 'T_LOGICAL_AND', "'and'"],
  [T_PRINT, 'T_PRINT', "'print'"],
  [T_YIELD, 'T_YIELD', "'yield'"],
  [T_YIELD_FROM, 'T_YIELD_FROM', "'yield from'"],
  [T_INSTANCEOF, 'T_INSTANCEOF', "'instanceof'"],
  [T_NEW, 'T_NEW', "'new'"],
  [T_CLONE, 'T_CLONE', "'clone'"],
  [T_EXIT, 'T_EXIT', "'exit'"],
  [T_IF, 'T_IF', "'if'"],
  [T_ELSEIF, 'T_ELSEIF', "'elseif'"],
  [T_ELSE, 'T_ELSE', "'else'"],
  [T_ENDIF, 'T_ENDIF', "'endif'"],
  [T_ECHO, 'T_ECHO', "'echo'"],
  [T_DO, 'T_DO', "'do'"],
  [T_WHILE, 'T_WHILE', "'while'"],
  [T_ENDWHILE, 'T_ENDWHILE', "'endwhile'"],
  [T_FOR, 'T_FOR', "'for'"],
  [T_ENDFOR, 'T_ENDFOR', "'endfor'"],
  [T_FOREACH, 'T_FOREACH', "'foreach'"],
  [T_ENDFOREACH, 'T_ENDFOREACH', "'endforeach'"],
  [T_DECLARE, 'T_DECLARE', "'declare'"],
  [T_ENDDECLARE, 'T_ENDDECLARE', "'enddeclare'"],
  [T_AS, 'T_AS', "'as'"],
  [T_SWITCH, 'T_SWITCH', "'switch'"],
  [T_ENDSWITCH, 'T_ENDSWITCH', "'endswitch'"],
  [T_CASE, 'T_CASE', "'case'"],
  [T_DEFAULT, 'T_DEFAULT', "'default'"],
  [T_MATCH, 'T_MATCH', "'match'"],
  [T_BREAK, 'T_BREAK', "'break'"],
  [T_CONTINUE, 'T_CONTINUE', "'continue'"],
  [T_GOTO, 'T_GOTO', "'goto'"],
  [T_FUNCTION, 'T_FUNCTION', "'function'"],
  [T_FN, 'T_FN', "'fn'"],
  [T_CONST, 'T_CONST', "'const'"],
  [T_RETURN, 'T_RETURN', "'return'"],
  [T_TRY, 'T_TRY', "'try'"],
  [T_CATCH, 'T_CATCH', "'catch'"],
  [T_FINALLY, 'T_FINALLY', "'finally'"],
  [T_THROW, 'T_THROW', "'throw'"],
  [T_USE, 'T_USE', "'use'"],
  [T_INSTEADOF, 'T_INSTEADOF', "'insteadof'"],
  [T_GLOBAL, 'T_GLOBAL', "'global'"],
  [T_STATIC, 'T_STATIC', "'static'"],
  [T_ABSTRACT, 'T_ABSTRACT', "'abstract'"],
  [T_FINAL, 'T_FINAL', "'final'"],
  [T_PRIVATE, 'T_PRIVATE', "'private'"],
  [T_PROTECTED, 'T_PROTECTED', "'protected'"],
  [T_PUBLIC, 'T_PUBLIC', "'public'"],
  [T_READONLY, 'T_READONLY', "'readonly'"],
  [T_VAR, 'T_VAR', "'var'"],
  [T_UNSET, 'T_UNSET', "'unset'"],
  [T_ISSET, 'T_ISSET', "'isset'"],
  [T_EMPTY, 'T_EMPTY', "'empty'"],
  [T_HALT_COMPILER, 'T_HALT_COMPILER', "'__halt_compiler'"],
  [T_CLASS, 'T_CLASS', "'class'"],
  [T_TRAIT, 'T_TRAIT', "'trait'"],
  [T_INTERFACE, 'T_INTERFACE', "'interface'"],
  [T_ENUM, 'T_ENUM', "'enum'"],
  [T_EXTENDS, 'T_EXTENDS', "'extends'"],
  [T_IMPLEMENTS, 'T_IMPLEMENTS', "'implements'"],
  [T_NAMESPACE, 'T_NAMESPACE', "'namespace'"],
  [T_LIST, 'T_LIST', "'list'"],
  [T_ARRAY, 'T_ARRAY', "'array'"],
  [T_CALLABLE, 'T_CALLABLE', "'callable'"],
  [T_LINE, 'T_LINE', "'__LINE__'"],
  [T_FILE, 'T_FILE', "'__FILE__'"],
  [T_DIR, 'T_DIR', "'__DIR__'"],
  [T_CLASS_C, 'T_CLASS_C', "'__CLASS__'"],
  [T_TRAIT_C, 'T_TRAIT_C', "'__TRAIT__'"],
  [T_METHOD_C, 'T_METHOD_C', "'__METHOD__'"],
  [T_FUNC_C, 'T_FUNC_C', "'__FUNCTION__'"],
  [T_NS_C, 'T_NS_C', "'__NAMESPACE__'"],
  [T_ATTRIBUTE, 'T_ATTRIBUTE', "'#['"],
  [T_PLUS_EQUAL, 'T_PLUS_EQUAL', "'+='"],
  [T_MINUS_EQUAL, 'T_MINUS_EQUAL', "'-='"],
  [T_MUL_EQUAL, 'T_MUL_EQUAL', "'*='"],
  [T_DIV_EQUAL, 'T_DIV_EQUAL', "'/='"],
  [T_CONCAT_EQUAL, 'T_CONCAT_EQUAL', "'.='"],
  [T_MOD_EQUAL, 'T_MOD_EQUAL', "'%='"],
  [T_AND_EQUAL, 'T_AND_EQUAL', "'&='"],
  [T_OR_EQUAL, 'T_OR_EQUAL', "'|='"],
  [T_XOR_EQUAL, 'T_XOR_EQUAL', "'^='"],
  [T_SL_EQUAL, 'T_SL_EQUAL', "'<<='"],
  [T_SR_EQUAL, 'T_SR_EQUAL', "'>>='"],
  [T_COALESCE_EQUAL, 'T_COALESCE_EQUAL', "'??='"],
  [T_BOOLEAN_OR, 'T_BOOLEAN_OR', "'||'"],
  [T_BOOLEAN_AND, 'T_BOOLEAN_AND', "'&&'"],
  [T_IS_EQUAL, 'T_IS_EQUAL', "'=='"],
  [T_IS_NOT_EQUAL, 'T_IS_NOT_EQUAL', "'!='"],
  [T_IS_IDENTICAL, 'T_IS_IDENTICAL', "'==='"],
  [T_IS_NOT_IDENTICAL, 'T_IS_NOT_IDENTICAL', "'!=='"],
  [T_IS_SMALLER_OR_EQUAL, 'T_IS_SMALLER_OR_EQUAL', "'<='"],
  [T_IS_GREATER_OR_EQUAL, 'T_IS_GREATER_OR_EQUAL', "'>='"],
  [T_SPACESHIP, 'T_SPACESHIP', "'<=>'"],
  [T_SL, 'T_SL', "'<<'"],
  [T_SR, 'T_SR', "'>>'"],
  [T_INC, 'T_INC', "'++'"],
  [T_DEC, 'T_DEC', "'--'"],
  [T_INT_CAST, 'T_INT_CAST', "'(int)'"],
  [T_DOUBLE_CAST, 'T_DOUBLE_CAST', "'(double)'"],
  [T_STRING_CAST, 'T_STRING_CAST', "'(string)'"],
  [T_ARRAY_CAST, 'T_ARRAY_CAST', "'(array)'"],
  [T_OBJECT_CAST, 'T_OBJECT_CAST', "'(object)'"],
  [T_BOOL_CAST, 'T_BOOL_CAST', "'(bool)'"],
  [T_UNSET_CAST, 'T_UNSET_CAST', "'(unset)'"],
  [T_OBJECT_OPERATOR, 'T_OBJECT_OPERATOR', "'->'"],
  [T_NULLSAFE_OBJECT_OPERATOR, 'T_NULLSAFE_OBJECT_OPERATOR', "'?->'"],
  [T_DOUBLE_ARROW, 'T_DOUBLE_ARROW', "'=>'"],
  [T_COMMENT, 'T_COMMENT', 'comment'],
  [T_DOC_COMMENT, 'T_DOC_COMMENT', 'doc comment'],
  [T_OPEN_TAG, 'T_OPEN_TAG', 'open tag'],
  [T_OPEN_TAG_WITH_ECHO, 'T_OPEN_TAG_WITH_ECHO', "'<?='"],
  [T_CLOSE_TAG, 'T_CLOSE_TAG', "'?>'"],
  [T_WHITESPACE, 'T_WHITESPACE', 'whitespace'],
  [T_START_HEREDOC, 'T_START_HEREDOC', 'heredoc start'],
  [T_END_HEREDOC, 'T_END_HEREDOC', 'heredoc end'],
  [T_DOLLAR_OPEN_CURLY_BRACES, 'T_DOLLAR_OPEN_CURLY_BRACES', "'${'"],
  [T_CURLY_OPEN, 'T_CURLY_OPEN', "'{$'"],
  [T_PAAMAYIM_NEKUDOTAYIM, 'T_PAAMAYIM_NEKUDOTAYIM', "'::'"],
  [T_NS_SEPARATOR, 'T_NS_SEPARATOR', "'\\'"],
  [T_ELLIPSIS, 'T_ELLIPSIS', "'...'"],
  [T_COALESCE, 'T_COALESCE', "'??'"],
  [T_POW, 'T_POW', "'**'"],
  [T_POW_EQUAL, 'T_POW_EQUAL', "'**='"],
  [T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG, 'T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG', "'&'"],
  [T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, 'T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG', 'amp'],
  [T_BAD_CHARACTER, 'T_BAD_CHARACTER', 'invalid character'],
  [T_ERROR, 'T_ERROR', 'T_ERROR'],
];
