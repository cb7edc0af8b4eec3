--TEST--
crypt() in all its ways, password_hash() and what checks its hashes
--FILE--
<?php
$salts = ['ab', './', 'a:', '_J9..CCCC', '_....SALT', '$1$saltsalt$', '$1$', '$5$saltstring',
    '$5$rounds=1400$anotherlongsaltstring', '$5$rounds=10$x', '$6$rounds=1000$roundstoolow',
    '$2a$04$CCCCCCCCCCCCCCCCCCCCC.', '$2y$05$abcdefghijklmnopqrstuu', '$2x$04$abcdefghijklmnopqrstuu',
    '$2y$04$abc', '$2y$03$abcdefghijklmnopqrstuu', '*0', '*1', '', 'a'];
foreach (['', 'U*U*U*U*', 'a longer password of many words', "\xff\xa334\xff\xff\xff\xa3345", "a\0b"] as $password) {
    foreach ($salts as $salt) echo crypt($password, $salt), "\n";
}
var_dump(password_verify('rasmuslerdorf', '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTTOq'));
$hash = password_hash('secret', PASSWORD_BCRYPT, ['cost' => 4]);
var_dump(strlen($hash), password_verify('secret', $hash), password_verify('Secret', $hash));
var_dump(password_get_info($hash), password_get_info('nothing'));
var_dump(password_needs_rehash($hash, PASSWORD_DEFAULT), password_needs_rehash($hash, PASSWORD_DEFAULT, ['cost' => 4]));
foreach ([['a', 'zz'], ["a\0b", '2y'], ['a', '2y', ['cost' => 3]]] as $args) {
    try {
        password_hash(...$args);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
--EXPECT--
abmF1QH4PEr.E
./Una9Fi.seRo
*0
_J9..CCCCBeguG7nmIew
*0
$1$saltsalt$5Jhcit4zN9UlGiA0txPkO0
$1$$qRPK7m23GJusamGpoGLby/
$5$saltstring$FdNfA4gXqvCeO6iZs7G/.wwwoywYZqo0l1pwmfWaBA7
$5$rounds=1400$anotherlongsalts$7IcTVudmZDHdXM3GIn4KAxA5tvn.eciiARdqRBeqNs/
*0
$6$rounds=1000$roundstoolow$FbGJa2cN7X1oOy/vdHJmVcHMYxGfw.yEPe9H9LlAjrQiAheUMPHJfBWBz1tsMg/YuC4ZZUe7GViu2bGZz2X961
$2a$04$CCCCCCCCCCCCCCCCCCCCC.Cg0ly9t/KVBCBYYDfOmZKwry9JuXClC
$2y$05$abcdefghijklmnopqrstuu0oImNDIy4flhldV9YqunRgBAePKmw7m
$2x$04$abcdefghijklmnopqrstuubyCG3zY1GIXMyxfivm.ClDiInHzxjiq
*0
*0
*1
*0
*0
*0
ab3RlyzKJBvlk
./zpCiGL4tKpI
*0
_J9..CCCCXBrJUJV154M
*0
$1$saltsalt$glery64LRFBeBj6e5DmvL/
$1$$UPERqHg5ZyzfbkxOUAx6a1
$5$saltstring$fIwP.J5WacDL8/2681VIKTI5zY0fE7sRL1TqtKBHGZ1
$5$rounds=1400$anotherlongsalts$rfz4buLZFZb6.AMAL0Ir4JwSbF9isHeMpHts04U6Xr7
*0
$6$rounds=1000$roundstoolow$eW98.xoKt/Qk2kzdNynPF7bdK85J01.VSoojJ6oCjuh7iK/bugHRjcPjEG09UNY18/7.EQm3Lf6n1R/caXy081
$2a$04$CCCCCCCCCCCCCCCCCCCCC.5KIIW3tGg2xhhVu/AQXLZX9lSSeeehu
$2y$05$abcdefghijklmnopqrstuuF1QNFce4DfYnYJUcafR1v2/7XbWeLjK
$2x$04$abcdefghijklmnopqrstuudBYNJEBvC10idL3LIvyzUGdaxqz0jJW
*0
*0
*1
*0
*0
*0
abkcfEndDLESY
./lsDnckUAtiM
*0
_J9..CCCCbwWKr5N1VZU
*0
$1$saltsalt$AaeHJWWwdAIdyNaPktj3Y0
$1$$sxrz.xRIGDVN187QbF.qe.
$5$saltstring$zO6OHKKxsQM6oSejx3Igu9cJmfBZUtknfQyksFEFQf7
$5$rounds=1400$anotherlongsalts$gP.c3nvj0fT1kkahvZ5a6/4kVphAoggkhOQ4psPm3P2
*0
$6$rounds=1000$roundstoolow$Jw9pc/R.OysHFLa5mqp95Bxkk/dV.iyqU/ftm1ca/VN1LSwYhkMjP53JzPDzbspddmOV6FpsqM5s3GzMVxSgX1
$2a$04$CCCCCCCCCCCCCCCCCCCCC.Fi1gOBpB84NrU1DhzdGayBqMLO1eKEa
$2y$05$abcdefghijklmnopqrstuuWc8R/b8ryaAcnYg8i4eFludawDDBC/a
$2x$04$abcdefghijklmnopqrstuu8FigsDfkKKkztBK71gbk7mhpehfjxFC
*0
*0
*1
*0
*0
*0
abI531hjKAdzY
./OmOnpnxpRd2
*0
_J9..CCCCJcl8aCM.BFM
*0
$1$saltsalt$nCXoWB2WAjHhnTENNOHkl/
$1$$URWhnqlLN.0G20UVJH4EX/
$5$saltstring$HNIq3RAe0MXrkVr6dakN8SpMQ6859tmOcJCPQMtpcc.
$5$rounds=1400$anotherlongsalts$CRf7XbqN8HHIfN0cvYex9OzC.9vxI8umbF2zL/Jw4i.
*0
$6$rounds=1000$roundstoolow$wR9zC7IhduYLKg0X6fL7iUTPiOnvrtGOrwfs8GQ28fIjH4kU.D4yysDcEK06vwa/Q/tV2L7hvTN3GlksLRQ5/0
$2a$04$CCCCCCCCCCCCCCCCCCCCC.D8jTC5oJeIumVOhMVpz79BzoGVhCjrW
$2y$05$abcdefghijklmnopqrstuucaGU5ROXj4M8Tgsx3s/D5BQIuhazIWa
$2x$04$abcdefghijklmnopqrstuu9f4sA9SRA0scUKcRyC5kce8dao2.GKe
*0
*0
*1
*0
*0
*0
abxxB7HlIeckU
./xT2u5QYaHcU
*0
_J9..CCCC9sHJXE/4Sp.
*0
$1$saltsalt$MzDjbImyzEz2m0NTiPzNW/
$1$$Ij31LCAysPM23KuPlm1wA/
$5$saltstring$7cz4bTeQ7MnNssphNhFVrITtuJYY/1tdvLL2uzLvOk8
$5$rounds=1400$anotherlongsalts$Iq0dhoYfyGnDVwSUpmuNlZyLKva/p4Sd1frSpizk2oD
*0
$6$rounds=1000$roundstoolow$oIV5bgCNA.rU2Q7YjaL7WLTvU1X.dbTXWNrKFqCpWVh01SO02.zNb9Br3ghH5ZLObKkJiRBTLQ4GUEcYCcCWB/
$2a$04$CCCCCCCCCCCCCCCCCCCCC.f/Fm9DOYGp2ai9rjxvG4QHlhtDCuDuu
$2y$05$abcdefghijklmnopqrstuu8.veTXNDPV2eEsdpKNczMw2otgh5LnK
$2x$04$abcdefghijklmnopqrstuuMFdJu9yVgmagVAIC24fOZkaFqd3s9JC
*0
*0
*1
*0
*0
*0
bool(false)
int(60)
bool(true)
bool(false)
array(3) {
  ["algo"]=>
  string(2) "2y"
  ["algoName"]=>
  string(6) "bcrypt"
  ["options"]=>
  array(1) {
    ["cost"]=>
    int(4)
  }
}
array(3) {
  ["algo"]=>
  NULL
  ["algoName"]=>
  string(7) "unknown"
  ["options"]=>
  array(0) {
  }
}
bool(true)
bool(false)
password_hash(): Argument #2 ($algo) must be a valid password hashing algorithm
Bcrypt password must not contain null character
Invalid bcrypt cost parameter specified: 3
