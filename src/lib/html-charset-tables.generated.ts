/**
 * The characters of the single-byte sets that HTML's functions know: what 0x80 to 0xff stand for, in base 36, `-` for nothing.
 * Generated from what php 8.2.35 decodes. Do not edit.
 */

export const ISO_8859_15: string =
  '3k 3l 3m 3n 3o 3p 3q 3r 3s 3t 3u 3v 3w 3x 3y 3z 40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 4g 4h 4i 4j 6gc ' +
  '4l 9s 4n 9t 4p 4q 4r 4s 4t 4u 4v 4w 4x 4y 4z al 51 52 53 am 55 56 57 9e 9f ag 5b 5c 5d 5e 5f 5g 5h 5i 5j 5k 5l ' +
  '5m 5n 5o 5p 5q 5r 5s 5t 5u 5v 5w 5x 5y 5z 60 61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 6g 6h 6i 6j 6k 6l 6m ' +
  '6n 6o 6p 6q 6r 6s 6t 6u 6v 6w 6x 6y 6z 70 71 72 73';

export const ISO_8859_5: string =
  '3k 3l 3m 3n 3o 3p 3q 3r 3s 3t 3u 3v 3w 3x 3y 3z 40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 4g sh si sj sk ' +
  'sl sm sn so sp sq sr ss 4t su sv sw sx sy sz t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 ta tb tc td te tf tg th ti tj tk tl ' +
  'tm tn to tp tq tr ts tt tu tv tw tx ty tz u0 u1 u2 u3 u4 u5 u6 u7 u8 u9 ua ub uc ud ue uf ug uh ui uj uk ul um ' +
  'un 6ja up uq ur us ut uu uv uw ux uy uz v0 4n v2 v3';

export const CP866: string =
  'sw sx sy sz t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 ta tb tc td te tf tg th ti tj tk tl tm tn to tp tq tr ts tt tu tv tw ' +
  'tx ty tz u0 u1 u2 u3 u4 u5 u6 u7 7f5 7f6 7f7 7b6 7c4 7dt 7du 7di 7dh 7dv 7dd 7dj 7dp 7do 7dn 7bk 7bo 7ck 7cc 7bw ' +
  '7b4 7cs 7dq 7dr 7dm 7dg 7e1 7dy 7ds 7dc 7e4 7dz 7e0 7dw 7dx 7dl 7dk 7de 7df 7e3 7e2 7bs 7bg 7ew 7es 7f0 7f4 7eo ' +
  'u8 u9 ua ub uc ud ue uf ug uh ui uj uk ul um un sh up sk us sn uv su v2 4w 6qh 53 6qi 6ja 4k 7fk 4g';

export const CP1251: string =
  'si sj 6ca ur 6ce 6cm 6cg 6ch 6gc 6cw sp 6d5 sq ss sr sv uq 6c8 6c9 6cc 6cd 6ci 6c3 6c4 - 6jm ux 6d6 uy v0 uz v3 ' +
  '4g su v2 so 4k wg 4m 4n sh 4p sk 4r 4s 4t 4u sn 4w 4x sm uu wh 51 52 53 up 6ja us 57 uw sl ut uv sw sx sy sz t0 ' +
  't1 t2 t3 t4 t5 t6 t7 t8 t9 ta tb tc td te tf tg th ti tj tk tl tm tn to tp tq tr ts tt tu tv tw tx ty tz u0 u1 ' +
  'u2 u3 u4 u5 u6 u7 u8 u9 ua ub uc ud ue uf ug uh ui uj uk ul um un';

export const CP1252: string =
  '6gc - 6ca b6 6ce 6cm 6cg 6ch jq 6cw 9s 6d5 9e - al - - 6c8 6c9 6cc 6cd 6ci 6c3 6c4 kc 6jm 9t 6d6 9f - am ag 4g ' +
  '4h 4i 4j 4k 4l 4m 4n 4o 4p 4q 4r 4s 4t 4u 4v 4w 4x 4y 4z 50 51 52 53 54 55 56 57 58 59 5a 5b 5c 5d 5e 5f 5g 5h ' +
  '5i 5j 5k 5l 5m 5n 5o 5p 5q 5r 5s 5t 5u 5v 5w 5x 5y 5z 60 61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 6g 6h 6i ' +
  '6j 6k 6l 6m 6n 6o 6p 6q 6r 6s 6t 6u 6v 6w 6x 6y 6z 70 71 72 73';

export const KOI8_R: string =
  '7b4 7b6 7bg 7bk 7bo 7bs 7bw 7c4 7cc 7ck 7cs 7eo 7es 7ew 7f0 7f4 7f5 7f6 7f7 6xs 7fk 6qh 6qi 6rs 6sk 6sl 4g 6xt ' +
  '4w 4y 53 6v 7dc 7dd 7de up 7df 7dg 7dh 7di 7dj 7dk 7dl 7dm 7dn 7do 7dp 7dq 7dr 7ds 7dt sh 7du 7dv 7dw 7dx 7dy ' +
  '7dz 7e0 7e1 7e2 7e3 7e4 4p um ts tt ue tw tx uc tv ud u0 u1 u2 u3 u4 u5 u6 u7 un u8 u9 ua ub ty tu uk uj tz ug ' +
  'ul uh uf ui tq sw sx ti t0 t1 tg sz th t4 t5 t6 t7 t8 t9 ta tb tr tc td te tf t2 sy to tn t3 tk tp tl tj tm';

export const MACROMAN: string =
  '5g 5h 5j 5l 5t 5y 64 69 68 6a 6c 6b 6d 6f 6h 6g 6i 6j 6l 6k 6m 6n 6p 6r 6q 6s 6u 6t 6y 6x 6z 70 6cg 4w 4i 4j 4n ' +
  '6ci 52 67 4u 4p 6jm 50 4o 6sg 5i 60 6qm 4x 6sk 6sl 4l 51 6pu 6q9 6q7 qo 6qz 4q 56 q1 6e 6w 5b 4h 4s 6qi b6 6rs ' +
  '6py 4r 57 6cm 4g 5c 5f 5x 9e 9f 6c3 6c4 6cc 6cd 6c8 6c9 6v 7gq 73 ag 6dg 6gc 6d5 6d6 1dkx 1dky 6ch 53 6ca 6ce ' +
  '6cw 5e 5m 5d 5n 5k 5p 5q 5r 5o 5v 5w 1d6n 5u 62 63 61 8h jq kc 4v k8 k9 ka 54 kd kb jr';
