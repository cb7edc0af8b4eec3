/** HPACK against the examples of RFC 7541 (appendix C), and what must be refused. */
import { expect, test } from 'vitest';
import { HpackDecoder, HpackEncoder, type Header } from '../../src/lib/http/http2/hpack.ts';
import { createHuffman, huffmanDecode, huffmanEncode } from '../../src/lib/http/http2/huffman.ts';

const huffman = createHuffman();
const bytes = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').toString('latin1');
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
const LIMIT = 65536;

test('requests with the Huffman code (C.4) are read with their table', () => {
  const decoder = new HpackDecoder(huffman);
  const first: Header[] = [
    [':method', 'GET'],
    [':scheme', 'http'],
    [':path', '/'],
    [':authority', 'www.example.com'],
  ];
  expect(decoder.decode(bytes('8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff'), LIMIT)).toEqual(first);
  expect(decoder.decode(bytes('8286 84be 5886 a8eb 1064 9cbf'), LIMIT)).toEqual([
    ...first,
    ['cache-control', 'no-cache'],
  ]);
  expect(decoder.decode(bytes('8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf'), LIMIT)).toEqual([
    [':method', 'GET'],
    [':scheme', 'https'],
    [':path', '/index.html'],
    [':authority', 'www.example.com'],
    ['custom-key', 'custom-value'],
  ]);
});

test('what is written is read again, also with another size of the table', () => {
  const encoder = new HpackEncoder(huffman);
  const decoder = new HpackDecoder(huffman);
  for (let i = 0; i < 300; i++) {
    if (i === 100) encoder.resize(64);
    if (i === 200) encoder.resize(4096);
    const headers: Header[] = [
      [':status', String(200 + (i % 5))],
      ['x-number', String(i % 17).repeat(i % 40)],
      ['set-cookie', `a=${i}`],
      [`x-name-${i % 9}`, 'the same \xff\0 bytes'],
    ];
    expect(decoder.decode(encoder.encode(headers), LIMIT)).toEqual(headers);
  }
});

test('the Huffman code is that of the RFC, for every byte', () => {
  expect(hex(huffmanEncode(huffman, 'www.example.com'))).toBe('f1e3c2e5f23a6ba0ab90f4ff');
  const all = String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i));
  expect(huffmanDecode(huffman, huffmanEncode(huffman, all))).toBe(all);
});

test.each([
  ['an index that is not there', 'ff00'],
  ['index 0', '80'],
  ['a length beyond the block', '0085 61'],
  ['a number without an end', '7fff ffff ffff ffff ff'],
  ['a padding of zeros', '0081 00 01 61'],
  ['a padding of a byte', '0082 1fff 01 61'],
  ['a table larger than was allowed', '3fe2 1f'],
  ['another size behind a header', '82 20'],
])('%s is refused', (_name, block) => {
  expect(new HpackDecoder(huffman).decode(bytes(block), LIMIT)).toBeNull();
});

test('a small block may not become a large list', () => {
  const decoder = new HpackDecoder(huffman);
  const big = `\x40\x01a\x7f\x81\x1e${'b'.repeat(3968)}`;
  expect(decoder.decode(big + '\xbe'.repeat(100), LIMIT)).toBeNull();
});
