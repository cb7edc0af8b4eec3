/**
 * SHA-224, -256, -384, -512, -512/224 and -512/256.
 * Source: RFC 6234; php-src ext/hash/hash_sha.c
 */
import { rotr } from './words.ts';
import { BlockHash, wordBytes } from './hash-state.ts';

/** Fractional parts of the cube roots of the first 80 primes. */
const K =
  '428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc3956c25bf348b53859f111f1b605d019' +
  '923f82a4af194f9bab1c5ed5da6d8118d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2' +
  '72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694e49b69c19ef14ad2efbe4786384f25e3' +
  '0fc19dc68b8cd5b5240ca1cc77ac9c652de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5' +
  '983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4c6e00bf33da88fc2d5a79147930aa725' +
  '06ca6351e003826f142929670a0e6e7027b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df' +
  '650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353ba2bfe8a14cf10364a81a664bbc423001' +
  'c24b8b70d0f89791c76c51a30654be30d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8' +
  '19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8391c0cb3c5c95a634ed8aa4ae3418acb' +
  '5b9cca4f7763e373682e6ff3d6b2b8a3748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec' +
  '90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532bca273eceea26619cd186b8c721c0c207' +
  'eada7dd6cde0eb1ef57d4f7fee6ed17806f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b' +
  '28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c4cc5d4becb3e42b6597f299cfc657e2a' +
  '5fcb6fab3ad6faec6c44198c4a475817';

function words(hex: string): Int32Array {
  return Int32Array.from({ length: hex.length >> 3 }, (_v, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16) | 0);
}

/** High and low halves by turns. */
const K512: Int32Array = words(K);
const K256: Int32Array = K512.filter((_v, i) => i % 2 === 0).slice(0, 64);

/** The first words of each, in hexadecimal. */
export const SHA2_START = {
  sha224: 'c1059ed8367cd5073070dd17f70e5939ffc00b316858151164f98fa7befa4fa4',
  sha256: '6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19',
  sha384:
    'cbbb9d5dc1059ed8629a292a367cd5079159015a3070dd17152fecd8f70e593967332667ffc00b318eb44a8768581511db0c2e0d64f98fa747b5481dbefa4fa4',
  sha512:
    '6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179',
  sha512of224:
    '8c3d37c819544da273e1996689dcd4d61dfab7ae32ff9c82679dd514582f9fcf0f6d2b697bd44da877e36f7304c489423f9d85a86a1d36c81112e6ad91d692a1',
  sha512of256:
    '22312194fc2bf72c9f555fa3c84c64c22393b86b6f53b151963877195940eabd96283ee2a88effe3be5e1e25538639922b0199fc2c85b8aa0eb72ddc81c52ca2',
} as const;

export class Sha256 extends BlockHash {
  private readonly h: Int32Array;
  private readonly w = new Int32Array(64);
  private readonly size: number;

  /** `start`: the first words in hexadecimal; `size`: words of the digest. */
  constructor(start: string, size: number) {
    super(64);
    this.h = words(start);
    this.size = size;
  }

  protected override process(): void {
    const { h, w } = this;
    this.readWords(w, false);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
      const s1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
      w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
    }
    let [a, b, c, d, e, f, g, k] = h as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
      const t1 = (k + s1 + ((e & f) ^ (~e & g)) + (K256[i] as number) + (w[i] as number)) | 0;
      const s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    const sums = [a, b, c, d, e, f, g, k];
    for (let i = 0; i < 8; i++) h[i] = (h[i] as number) + (sums[i] as number);
  }

  override digest(): string {
    this.pad(0x80, 8, false);
    return wordBytes(this.h, this.size, false);
  }
}

/** The high word of x rotated right by n < 32 (the halves exchanged: the low one; n - 32 for more). */
function rotate(high: number, low: number, n: number): number {
  return n < 32 ? (high >>> n) | (low << (32 - n)) : (low >>> (n - 32)) | (high << (64 - n));
}

function carry(low: number): number {
  return Math.floor(low / 0x100000000);
}

export class Sha512 extends BlockHash {
  private readonly h: Int32Array;
  /** High and low halves by turns. */
  private readonly w = new Int32Array(160);
  private readonly size: number;

  /** `start`: the first words in hexadecimal; `size`: bytes of the digest. */
  constructor(start: string, size: number) {
    super(128);
    this.h = words(start);
    this.size = size;
  }

  private schedule(): void {
    const { w } = this;
    this.readWords(w, false);
    for (let i = 32; i < 160; i += 2) {
      const [xh, xl] = [w[i - 30], w[i - 29]] as [number, number];
      const [yh, yl] = [w[i - 4], w[i - 3]] as [number, number];
      const s0h = rotate(xh, xl, 1) ^ rotate(xh, xl, 8) ^ (xh >>> 7);
      const s0l = rotate(xl, xh, 1) ^ rotate(xl, xh, 8) ^ ((xl >>> 7) | (xh << 25));
      const s1h = rotate(yh, yl, 19) ^ rotate(yh, yl, 61) ^ (yh >>> 6);
      const s1l = rotate(yl, yh, 19) ^ rotate(yl, yh, 61) ^ ((yl >>> 6) | (yh << 26));
      const low = ((w[i - 31] as number) >>> 0) + (s0l >>> 0) + ((w[i - 13] as number) >>> 0) + (s1l >>> 0);
      w[i] = (w[i - 32] as number) + s0h + (w[i - 14] as number) + s1h + carry(low);
      w[i + 1] = low;
    }
  }

  protected override process(): void {
    const { h, w } = this;
    this.schedule();
    const v = h.slice();
    for (let i = 0; i < 160; i += 2) {
      const [ah, al, bh, bl, ch, cl] = v as unknown as [number, number, number, number, number, number];
      const [dh, dl, eh, el, fh, fl] = v.subarray(6) as unknown as [number, number, number, number, number, number];
      const [gh, gl, kh, kl] = v.subarray(12) as unknown as [number, number, number, number];
      const s1h = rotate(eh, el, 14) ^ rotate(eh, el, 18) ^ rotate(eh, el, 41);
      const s1l = rotate(el, eh, 14) ^ rotate(el, eh, 18) ^ rotate(el, eh, 41);
      const chooseL = (el & fl) ^ (~el & gl);
      const t1Low =
        (kl >>> 0) + (s1l >>> 0) + (chooseL >>> 0) + ((K512[i + 1] as number) >>> 0) + ((w[i + 1] as number) >>> 0);
      const t1h = (kh + s1h + ((eh & fh) ^ (~eh & gh)) + (K512[i] as number) + (w[i] as number) + carry(t1Low)) | 0;
      const s0h = rotate(ah, al, 28) ^ rotate(ah, al, 34) ^ rotate(ah, al, 39);
      const s0l = rotate(al, ah, 28) ^ rotate(al, ah, 34) ^ rotate(al, ah, 39);
      const t2Low = (s0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
      const t2h = (s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + carry(t2Low)) | 0;
      v.copyWithin(2, 0, 14);
      const eLow = (dl >>> 0) + ((t1Low | 0) >>> 0);
      v[8] = dh + t1h + carry(eLow);
      v[9] = eLow;
      const aLow = ((t1Low | 0) >>> 0) + ((t2Low | 0) >>> 0);
      v[0] = t1h + t2h + carry(aLow);
      v[1] = aLow;
    }
    for (let i = 0; i < 16; i += 2) {
      const low = ((h[i + 1] as number) >>> 0) + ((v[i + 1] as number) >>> 0);
      h[i] = (h[i] as number) + (v[i] as number) + carry(low);
      h[i + 1] = low;
    }
  }

  override digest(): string {
    this.pad(0x80, 16, false);
    return wordBytes(this.h, 16, false).slice(0, this.size);
  }
}
