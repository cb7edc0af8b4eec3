<?php
require __DIR__ . '/support/autoload.php';
eval('namespace ParagonIE\ConstantTime; class Base64 { static function encode($s) { return base64_encode($s); } static function decode($s) { return base64_decode($s); } } class Hex { static function encode($s) { return bin2hex($s); } static function decode($s) { return hex2bin($s); } } class Base64UrlSafe { static function encodeUnpadded($s) { return rtrim(strtr(base64_encode($s), "+/", "-_"), "="); } static function decodeNoPadding($s) { return base64_decode(strtr($s, "-_", "+/")); } }');
psr4(['phpseclib3\\' => 'phpseclib/phpseclib']);

use phpseclib3\Crypt\{AES, Blowfish, ChaCha20, DES, EC, Hash, PublicKeyLoader, RC2, RC4, RSA, Rijndael, Salsa20, TripleDES, Twofish};
use phpseclib3\File\ASN1;
use phpseclib3\Math\{BigInteger, BinaryField, PrimeField};

define('MATH_BIGINTEGER_NO_OPENSSL', true);
title('big integers');
BigInteger::setEngine('PHP64', ['DefaultEngine']);
$a = new BigInteger('123456789012345678901234567890');
$b = new BigInteger('0xfedcba9876543210fedcba98', 16);
show('engine', fn () => BigInteger::getEngine());
show('arithmetic', fn () => [(string) $a->add($b), (string) $a->subtract($b), (string) $a->multiply($b), (string) $a->divide($b)[0], (string) $a->divide($b)[1], (string) $a->pow(new BigInteger(5)), (string) $a->powMod(new BigInteger(65537), $b), (string) $a->modInverse(new BigInteger('1000000007')), (string) $a->gcd(new BigInteger(3690)), $a->toHex(), $b->toBits(), bin2hex($a->negate()->toBytes(true)), $a->compare($b), (string) $a->bitwise_and($b), (string) $a->bitwise_xor($b), (string) $a->bitwise_leftShift(65), (string) $a->bitwise_rightShift(33), (string) (new BigInteger('15241578753238836750495351562536198787501905199875019052100'))->root(2), $a->getLength()]);
show('primes', fn () => [(new BigInteger('170141183460469231731687303715884105727'))->isPrime(), (new BigInteger('170141183460469231731687303715884105729'))->isPrime()]);
show('extended', fn () => array_map('strval', $a->extendedGCD(new BigInteger(97))));
title('ciphers');
$text = str_repeat('The quick brown fox. ', 4);
foreach ([['aes', fn () => new AES('cbc'), 16], ['aes-ctr', fn () => new AES('ctr'), 32], ['aes-ecb', fn () => new AES('ecb'), 24], ['cfb', fn () => new AES('cfb'), 16], ['cfb8', fn () => new AES('cfb8'), 16], ['ofb', fn () => new AES('ofb'), 16], ['des', fn () => new DES('cbc'), 8], ['3des', fn () => new TripleDES('cbc'), 24], ['blowfish', fn () => new Blowfish('cbc'), 16], ['twofish', fn () => new Twofish('cbc'), 32], ['rc2', fn () => new RC2('cbc'), 16], ['rijndael', fn () => (function () { $r = new Rijndael('cbc'); $r->setBlockLength(192); return $r; })(), 24], ['rc4', fn () => new RC4(), 16]] as [$name, $make, $size]) {
    show($name, function () use ($make, $size, $text, $name) {
        $c = $make();
        $c->setPreferredEngine('PHP');
        $c->setKey(substr(hash('sha512', $name, true), 0, $size));
        if ($c->usesIV()) $c->setIV(str_repeat("\x42", $c->getBlockLengthInBytes()));
        $e = $c->encrypt($text);
        return [$c->getEngine(), md5($e), strlen($e), $c->decrypt($e) === $text];
    });
}
show('gcm', function () { $c = new AES('gcm'); $c->setPreferredEngine('PHP'); $c->setKey(str_repeat('k', 16)); $c->setNonce(str_repeat('n', 12)); $c->setAAD('aad'); $e = $c->encrypt('secret'); $tag = $c->getTag(); $c->setTag($tag); return [bin2hex($e), bin2hex($tag), $c->decrypt($e)]; });
show('chacha', function () { $c = new ChaCha20(); $c->setPreferredEngine('PHP'); $c->setKey(str_repeat('k', 32)); $c->setNonce(str_repeat('n', 8)); return bin2hex($c->encrypt('hello chacha')); });
show('salsa', function () { $c = new Salsa20(); $c->setKey(str_repeat('k', 32)); $c->setNonce(str_repeat('n', 8)); return bin2hex($c->encrypt('hello salsa')); });
show('password', function () { $c = new AES('cbc'); $c->setPreferredEngine('PHP'); $c->setPassword('pw', 'pbkdf2', 'sha1', 'salt', 10); $c->setIV(str_repeat("\0", 16)); return bin2hex($c->encrypt('x')); });
show('bad key', fn () => (new AES('cbc'))->setKey('short'));
show('bad padding', function () { $c = new AES('cbc'); $c->setPreferredEngine('PHP'); $c->setKey(str_repeat('k', 16)); $c->setIV(str_repeat('i', 16)); return $c->decrypt(str_repeat('x', 16)); });
title('hashes');
foreach (['md5', 'sha1', 'sha256', 'sha512', 'sha512/256', 'sha3-256', 'shake128-256', 'keccak256', 'aes_cmac', 'umac-64'] as $h) show($h, function () use ($h) { $x = new Hash($h); if (str_contains($h, 'mac')) { $x->setKey(str_repeat('k', 16)); if ($h === 'umac-64') $x->setNonce(str_repeat('n', 8)); } return bin2hex($x->hash('abc')); });
show('hmac', function () { $h = new Hash('sha256'); $h->setKey('key'); return [bin2hex($h->hash('data')), $h->getLengthInBytes()]; });
title('asn.1');
$der = ASN1::encodeDER(['version' => 'v1', 'list' => ['1', '2', '300'], 'oid' => '1.2.840.113549.1.1.1', 'ok' => true, 'text' => 'utf é'], $map = ['type' => ASN1::TYPE_SEQUENCE, 'children' => ['version' => ['type' => ASN1::TYPE_INTEGER, 'mapping' => ['v0', 'v1']], 'list' => ['type' => ASN1::TYPE_SEQUENCE, 'min' => 0, 'max' => -1, 'children' => ['type' => ASN1::TYPE_INTEGER]], 'oid' => ['type' => ASN1::TYPE_OBJECT_IDENTIFIER], 'ok' => ['type' => ASN1::TYPE_BOOLEAN], 'text' => ['type' => ASN1::TYPE_UTF8_STRING]]]);
echo bin2hex($der), "\n";
show('decoded', fn () => json_encode(ASN1::asn1map(ASN1::decodeBER($der)[0], $map)));
title('keys');
$pem = "-----BEGIN RSA PRIVATE KEY-----\nMIICXAIBAAKBgQCqGKukO1De7zhZj6+H0qtjTkVxwTCpvKe4eCZ0FPqri0cb2JZfXJ/DgYSF6vUp\nwmJG8wVQZKjeGcjDOL5UlsuusFncCzWBQ7RKNUSesmQRMSGkVb1/3j+skZ6UtW+5u09lHNsj6tQ5\n1s1SPrCBkedbNf0Tp0GbMJDyR4e9T04ZZwIDAQABAoGAFijko56+qGyN8M0RVyaRAXz++xTqHBLh\n3tx4VgMtrQ+WEgCjhoTwo23KMBAuJGSYnRmoBZM3lMfTKevIkAidPExvYCdm5dYq3XToLkkLv5L2\npIIVOFMDG+KESnAFV7l2c+cnzRMW0+b6f8mR1CJzZuxVLL6Q02fvLi55/mbSYxECQQDeAw6fiIQX\nGukBI4eMZZt4nscy2o12KyYner3VpoeE+Np2q+Z3pvAMd/aNzQ/W9WaI+NRfcxUJrmfPwIGm63il\nAkEAxCL5HQb2bQr4ByorcMWm/hEP2MZzROV73yF41hPsRC9m66KrheO9HPTJuo3/9s5p+sqGxOlF\nL0NDt4SkosjgGwJAFklyR1uZ/wPJjj611cdBcztlPdqoxssQGnh85BzCj/u3WqBpE2vjvyyvyI5k\nX6zk7S0ljKtt2jny2+00VsBerQJBAJGC1Mg5Oydo5NwD6BiROrPxGo2bpTbu/fhrT8ebHkTz2epl\nU9VQQSQzY1oZMVX8i1m5WUTLPz2yLJIBQVdXqhMCQBGoiuSoSjafUhV7i1cEGpb88h5NBYZzWXGZ\n37sJ5QsW+sJyoNde3xH8vdXhzU7eT82D6X/scw9RZz+/6rCJ4p0=\n-----END RSA PRIVATE KEY-----";
show('rsa', function () use ($pem) {
    $key = PublicKeyLoader::load($pem);
    $public = $key->getPublicKey();
    $signer = $key->withPadding(RSA::SIGNATURE_PKCS1)->withHash('sha256');
    $signature = $signer->sign('message');
    $oaep = $public->withPadding(RSA::ENCRYPTION_OAEP)->encrypt('secret');
    return [get_class($key), $key->getLength(), md5($signature), $public->withPadding(RSA::SIGNATURE_PKCS1)->withHash('sha256')->verify('message', $signature), strlen($oaep), $key->withPadding(RSA::ENCRYPTION_OAEP)->decrypt($oaep), $public->toString('PKCS8'), $public->toString('OpenSSH', ['comment' => 'c']), $public->getFingerprint('md5'), md5($key->toString('PKCS1')), md5($key->toString('XML'))];
});


show('not a key', fn () => PublicKeyLoader::load('nothing'));
show('prime field', function () { $f = new PrimeField(new BigInteger('101')); $x = $f->newInteger(new BigInteger(45)); $y = $f->newInteger(new BigInteger(77)); return [(string) $x->add($y), (string) $x->multiply($y), (string) $x->divide($y), (string) $x->pow(new BigInteger(3)), (string) $x->subtract($y)->negate()]; });
