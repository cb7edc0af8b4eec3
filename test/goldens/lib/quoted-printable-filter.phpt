--TEST--
convert.quoted-printable-encode: lines, blanks at their ends, forced and binary encoding
--FILE--
<?php
function encode(array $parts, array $options): string
{
    $h = fopen('php://memory', 'w+');
    $f = stream_filter_append($h, 'convert.quoted-printable-encode', STREAM_FILTER_WRITE, $options);
    foreach ($parts as $part) {
        fwrite($h, $part);
    }
    stream_filter_remove($f);
    rewind($h);
    return stream_get_contents($h);
}
$texts = ["FIRST \nSECOND", "FIRST  \nSECOND", "A \nB C D\n", "abc d", "abc de", "tab\t\nx \t\r\ny", "caf\xc3\xa9 = caf\xe9\r\rz\n\r\n", "\x00\x7f!<=>~", str_repeat('long line ', 9), "ends with  "];
foreach ($texts as $text) {
    foreach ([[], ['line-length' => 6], ['line-length' => 20, 'line-break-chars' => "\n"], ['line-length' => 10, 'force-encode-first' => true], ['binary' => true], ['binary' => true, 'line-length' => 12], ['force-encode-first' => true], ['line-length' => 3, 'line-break-chars' => '|'], ['line-break-chars' => "\n"]] as $options) {
        echo json_encode($options), ' ', json_encode(encode([$text], $options)), ' ', isset($options['force-encode-first']) ? '' : json_encode(encode(str_split($text, 3), $options)), "\n";
    }
}
--EXPECT--
[] "FIRST =0ASECOND" "FIRST =0ASECOND"
{"line-length":6} "FIRST=\r\n =0AS=\r\nECOND" "FIRST=\r\n=20=\r\n=0ASE=\r\nCOND"
{"line-length":20,"line-break-chars":"\n"} "FIRST=20\nSECOND" "FIRST=20\nSECOND"
{"line-length":10,"force-encode-first":true} "=46IRST =\r\n=0ASECOND" 
{"binary":true} "FIRST=20=0ASECOND" "FIRST=20=0ASECOND"
{"binary":true,"line-length":12} "FIRST=20=0A=\r\nSECOND" "FIRST=20=0A=\r\nSECOND"
{"force-encode-first":true} "=46=49=52=53=54 =0A=53=45=43=4F=4E=44" 
{"line-length":3,"line-break-chars":"|"} "FIRST =0ASECOND" "FIRST =0ASECOND"
{"line-break-chars":"\n"} "FIRST =0ASECOND" "FIRST =0ASECOND"
[] "FIRST  =0ASECOND" "FIRST  =0ASECOND"
{"line-length":6} "FIRST=\r\n  =0A=\r\nSECON=\r\nD" "FIRST=\r\n=20 =\r\n=0ASE=\r\nCOND"
{"line-length":20,"line-break-chars":"\n"} "FIRST=20=20\nSECOND" "FIRST=20=20\nSECOND"
{"line-length":10,"force-encode-first":true} "=46IRST  =\r\n=0ASECOND" 
{"binary":true} "FIRST=20=20=0ASECOND" "FIRST=20=20=0ASECOND"
{"binary":true,"line-length":12} "FIRST=20=20=\r\n=0ASECOND" "FIRST=20=20=\r\n=0ASECOND"
{"force-encode-first":true} "=46=49=52=53=54  =0A=53=45=43=4F=4E=44" 
{"line-length":3,"line-break-chars":"|"} "FIRST  =0ASECOND" "FIRST  =0ASECOND"
{"line-break-chars":"\n"} "FIRST  =0ASECOND" "FIRST  =0ASECOND"
[] "A =0AB C D=0A" "A =0AB C D=0A"
{"line-length":6} "A =0A=\r\nB C D=\r\n=0A" "A=20=\r\n=0AB=\r\n=20C =\r\nD=0A"
{"line-length":20,"line-break-chars":"\n"} "A=20\nB=20C D\n" "A=20\nB=20C D\n"
{"line-length":10,"force-encode-first":true} "=41 =0AB =\r\nC D=0A" 
{"binary":true} "A=20=0AB=20C=20D=0A" "A=20=0AB=20C=20D=0A"
{"binary":true,"line-length":12} "A=20=0AB=20=\r\nC=20D=0A" "A=20=0AB=20=\r\nC=20D=0A"
{"force-encode-first":true} "=41 =0A=42 =43 =44=0A" 
{"line-length":3,"line-break-chars":"|"} "A =0AB C D=0A" "A =0AB C D=0A"
{"line-break-chars":"\n"} "A =0AB C D=0A" "A =0AB C D=0A"
[] "abc d" "abc d"
{"line-length":6} "abc=\r\n=20d" "abc=\r\n=20d"
{"line-length":20,"line-break-chars":"\n"} "abc=20d" "abc=20d"
{"line-length":10,"force-encode-first":true} "=61bc=20d" 
{"binary":true} "abc=20d" "abc=20d"
{"binary":true,"line-length":12} "abc=20d" "abc=20d"
{"force-encode-first":true} "=61=62=63 =64" 
{"line-length":3,"line-break-chars":"|"} "abc d" "abc d"
{"line-break-chars":"\n"} "abc d" "abc d"
[] "abc de" "abc de"
{"line-length":6} "abc d=\r\ne" "abc d=\r\ne"
{"line-length":20,"line-break-chars":"\n"} "abc de" "abc de"
{"line-length":10,"force-encode-first":true} "=61bc de" 
{"binary":true} "abc=20de" "abc=20de"
{"binary":true,"line-length":12} "abc=20de" "abc=20de"
{"force-encode-first":true} "=61=62=63 =64=65" 
{"line-length":3,"line-break-chars":"|"} "abc de" "abc de"
{"line-break-chars":"\n"} "abc de" "abc de"
[] "tab\t=0Ax \t=0D=0Ay" "tab\t=0Ax \t=0D=0Ay"
{"line-length":6} "tab\t=\r\n=0Ax=\r\n=20=\r\n=09\r\ny" "tab\t=\r\n=0Ax=\r\n=20=\r\n=09\r\ny"
{"line-length":20,"line-break-chars":"\n"} "tab=09\nx=20\t=0D\ny" "tab=09\nx=20=09=0D\ny"
{"line-length":10,"force-encode-first":true} "=74ab\t=0A=\r\nx=20=09\r\n=79" 
{"binary":true} "tab=09=0Ax=20=09=0D=0Ay" "tab=09=0Ax=20=09=0D=0Ay"
{"binary":true,"line-length":12} "tab=09=0Ax=\r\n=20=09=0D=\r\n=0Ay" "tab=09=0Ax=\r\n=20=09=0D=\r\n=0Ay"
{"force-encode-first":true} "=74=61=62\t=0A=78 \t=0D=0A=79" 
{"line-length":3,"line-break-chars":"|"} "tab\t=0Ax \t=0D=0Ay" "tab\t=0Ax \t=0D=0Ay"
{"line-break-chars":"\n"} "tab\t=0Ax \t=0D=0Ay" "tab\t=0Ax \t=0D=0Ay"
[] "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A" "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A"
{"line-length":6} "caf=\r\n=C3=\r\n=A9 =\r\n=3D c=\r\naf=E9=\r\n=0D=\r\n=0Dz=\r\n=0A\r\n" "caf=\r\n=C3=\r\n=A9=\r\n=20=\r\n=3D=\r\n=20ca=\r\nf=E9=\r\n=0D=\r\n=0Dz=\r\n=0A\r\n"
{"line-length":20,"line-break-chars":"\n"} "caf=C3=A9 =3D caf=\n=E9=0D=0Dz\n=0D\n" "caf=C3=A9=20=3D=20c=\naf=E9=0D=0Dz\n=0D\n"
{"line-length":10,"force-encode-first":true} "=63af=C3=\r\n=A9 =3D c=\r\naf=E9=0D=\r\n=0Dz=0A\r\n" 
{"binary":true} "caf=C3=A9=20=3D=20caf=E9=0D=0Dz=0A=0D=0A" "caf=C3=A9=20=3D=20caf=E9=0D=0Dz=0A=0D=0A"
{"binary":true,"line-length":12} "caf=C3=A9=\r\n=20=3D=20ca=\r\nf=E9=0D=0Dz=\r\n=0A=0D=0A" "caf=C3=A9=\r\n=20=3D=20ca=\r\nf=E9=0D=0Dz=\r\n=0A=0D=0A"
{"force-encode-first":true} "=63=61=66=C3=A9 =3D =63=61=66=E9=0D=0D=7A=0A=0D=0A" 
{"line-length":3,"line-break-chars":"|"} "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A" "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A"
{"line-break-chars":"\n"} "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A" "caf=C3=A9 =3D caf=E9=0D=0Dz=0A=0D=0A"
[] "=00=7F!<=3D>~" "=00=7F!<=3D>~"
{"line-length":6} "=00=\r\n=7F!<=\r\n=3D>~" "=00=\r\n=7F!<=\r\n=3D>~"
{"line-length":20,"line-break-chars":"\n"} "=00=7F!<=3D>~" "=00=7F!<=3D>~"
{"line-length":10,"force-encode-first":true} "=00=7F!<=\r\n=3D>~" 
{"binary":true} "=00=7F!<=3D>~" "=00=7F!<=3D>~"
{"binary":true,"line-length":12} "=00=7F!<=3D=\r\n>~" "=00=7F!<=3D=\r\n>~"
{"force-encode-first":true} "=00=7F=21=3C=3D=3E=7E" 
{"line-length":3,"line-break-chars":"|"} "=00=7F!<=3D>~" "=00=7F!<=3D>~"
{"line-break-chars":"\n"} "=00=7F!<=3D>~" "=00=7F!<=3D>~"
[] "long line long line long line long line long line long line long line long line long line " "long line long line long line long line long line long line long line long line long line "
{"line-length":6} "long =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline =\r\nlong =\r\nline=\r\n=20" "long=\r\n=20li=\r\nne lo=\r\nng=20=\r\nline=\r\n=20lo=\r\nng li=\r\nne=20=\r\nlong=\r\n=20li=\r\nne lo=\r\nng=20=\r\nline=\r\n=20lo=\r\nng li=\r\nne=20=\r\nlong=\r\n=20li=\r\nne lo=\r\nng=20=\r\nline=\r\n=20lo=\r\nng li=\r\nne=20"
{"line-length":20,"line-break-chars":"\n"} "long line long line=\n long line long lin=\ne long line long li=\nne long line long l=\nine long line=20" "long=20line long=20=\nline=20long line=20=\nlong=20line long=20=\nline=20long line=20=\nlong=20line long=20=\nline=20long line=20"
{"line-length":10,"force-encode-first":true} "=6Cong li=\r\nne long l=\r\nine long =\r\nline long=\r\n line lon=\r\ng line lo=\r\nng line l=\r\nong line =\r\nlong line=\r\n long lin=\r\ne=20" 
{"binary":true} "long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20" "long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20long=20line=20"
{"binary":true,"line-length":12} "long=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20l=\r\nong=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20l=\r\nong=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20" "long=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20l=\r\nong=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20l=\r\nong=20line=\r\n=20long=20l=\r\nine=20long=\r\n=20line=20"
{"force-encode-first":true} "=6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 =6C=6F=6E=67 =6C=69=6E=65 " 
{"line-length":3,"line-break-chars":"|"} "long line long line long line long line long line long line long line long line long line " "long line long line long line long line long line long line long line long line long line "
{"line-break-chars":"\n"} "long line long line long line long line long line long line long line long line long line " "long line long line long line long line long line long line long line long line long line "
[] "ends with  " "ends with  "
{"line-length":6} "ends =\r\nwith=\r\n=20=\r\n=20" "ends=\r\n=20wi=\r\nth=20=\r\n=20"
{"line-length":20,"line-break-chars":"\n"} "ends with=20=20" "ends=20with=20=20"
{"line-length":10,"force-encode-first":true} "=65nds wi=\r\nth=20=20" 
{"binary":true} "ends=20with=20=20" "ends=20with=20=20"
{"binary":true,"line-length":12} "ends=20with=\r\n=20=20" "ends=20with=\r\n=20=20"
{"force-encode-first":true} "=65=6E=64=73 =77=69=74=68  " 
{"line-length":3,"line-break-chars":"|"} "ends with  " "ends with  "
{"line-break-chars":"\n"} "ends with  " "ends with  "
