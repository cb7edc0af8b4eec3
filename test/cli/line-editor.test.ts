import type { Key } from 'node:readline';
import { expect, test } from 'vitest';
import { LineEditor } from '../../src/cli/line-editor.ts';

const named = (name: string, ctrl = false): Key => ({ name, ctrl, meta: false, shift: false, sequence: `<${name}>` });

function type(editor: LineEditor, text: string): void {
  for (const ch of text) editor.key({ name: ch, ctrl: false, meta: false, shift: false, sequence: ch });
}

test('a line is typed, changed in the middle, and there', () => {
  const editor = new LineEditor([], []);
  type(editor, 'pint 1');
  editor.key(named('home'));
  editor.key(named('right'));
  type(editor, 'r');
  expect(editor.text).toBe('print 1');
  editor.key(named('end'));
  editor.key(named('backspace'));
  type(editor, '我2');
  editor.key(named('left'));
  editor.key(named('left'));
  editor.key(named('delete'));
  expect([editor.text, editor.cursor]).toEqual(['print 2', 6]);
  editor.key(named('w', true));
  expect(editor.text).toBe('2');
  editor.key(named('k', true));
  expect(editor.text).toBe('');
  expect(editor.key(named('return'))).toBe('done');
  expect(editor.key(named('c', true))).toBe('cancelled');
});

test('history goes back and forth and keeps what was being typed', () => {
  const editor = new LineEditor(['newest', 'oldest'], []);
  type(editor, 'draft');
  const seen = ['up', 'up', 'up', 'down', 'down', 'down'].map((name) => {
    editor.key(named(name));
    return editor.text;
  });
  expect(seen).toEqual(['newest', 'oldest', 'oldest', 'newest', 'draft', 'draft']);
});

test('Tab completes what is certain', () => {
  const editor = new LineEditor([], ['back', 'back-line', 'break', 'breaks', 'watch']);
  type(editor, 'b');
  editor.key(named('tab'));
  expect(editor.text).toBe('b');
  type(editor, 'a');
  editor.key(named('tab'));
  expect(editor.text).toBe('back');
  editor.key(named('u', true));
  type(editor, 'w');
  editor.key(named('tab'));
  expect(editor.text).toBe('watch ');
  editor.key(named('u', true));
  type(editor, 'nothing');
  editor.key(named('tab'));
  expect(editor.text).toBe('nothing');
});
