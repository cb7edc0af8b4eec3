/** Results for teachers and machines: JSON, JUnit XML, a badge. */
import type { Exercise, Language } from './course.ts';
import type { Verdict } from './judge.ts';
import { say } from './words.ts';

export interface Graded {
  readonly exercise: Exercise;
  readonly verdict: Verdict;
  readonly seconds: number;
}

/** One learner's folder and its grades. */
export interface Student {
  readonly name: string;
  readonly grades: readonly Graded[];
}

/** How many of the grades are good. */
export function passedCount(grades: readonly Graded[]): number {
  return grades.filter((one) => one.verdict.passed).length;
}

/** The grades as JSON: the format of docs/teaching.md. */
export function gradesJson(students: readonly Student[], lang: Language): string {
  const data = {
    version: 1,
    students: students.map(({ name, grades }) => ({
      name,
      passed: passedCount(grades),
      total: grades.length,
      exercises: grades.map(({ exercise, verdict, seconds }) => ({
        id: exercise.id,
        kind: exercise.kind,
        title: exercise.title[lang],
        passed: verdict.passed,
        seconds: Number(seconds.toFixed(3)),
        messages: verdict.lines,
      })),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '?');

/** The grades as JUnit XML: a test suite a learner, a test case an exercise. */
export function gradesJunit(students: readonly Student[], lang: Language): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...students.flatMap((student) => suite(student, lang)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ name, grades }: Student, lang: Language): string[] {
  const failures = grades.length - passedCount(grades);
  const time = grades.reduce((sum, one) => sum + one.seconds, 0).toFixed(3);
  const cases = grades.map(({ exercise, verdict, seconds }) => {
    const title = escapeXml(`${exercise.id} ${exercise.title[lang]}`);
    const head = `    <testcase classname="${escapeXml(exercise.topic)}" name="${title}" time="${seconds.toFixed(3)}"`;
    if (verdict.passed) return `${head}/>`;
    const message = escapeXml(verdict.lines[0] ?? '');
    return `${head}>\n      <failure message="${message}">${escapeXml(verdict.lines.join('\n'))}</failure>\n    </testcase>`;
  });
  const counts = `tests="${grades.length}" failures="${failures}" time="${time}"`;
  return [`  <testsuite name="${escapeXml(name)}" ${counts}>`, ...cases, '  </testsuite>'];
}

/** Topics with how many of their exercises are done. */
export function topicCounts(
  course: readonly Exercise[],
  done: Readonly<Record<string, string>>,
): { readonly topic: string; readonly done: number; readonly total: number }[] {
  return [...new Set(course.map((one) => one.topic))].map((topic) => {
    const all = course.filter((one) => one.topic === topic);
    return { topic, total: all.length, done: all.filter((one) => done[one.id] !== undefined).length };
  });
}

/** A badge as SVG: how many exercises, and the topics that are complete. */
export function badgeSvg(done: number, total: number, lang: Language): string {
  const left = say(lang, 'badge');
  const right = `${done} / ${total}`;
  const leftWidth = lang === 'zh' ? 140 : 130;
  const width = leftWidth + 60;
  const colour = done === total ? '#2b8a3e' : '#1864ab';
  const text = (x: number, words: string): string =>
    `<text x="${x}" y="14" fill="#fff" font-family="sans-serif" font-size="11" text-anchor="middle">${escapeXml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${escapeXml(`${left}: ${right}`)}">`,
    `<rect width="${leftWidth}" height="20" fill="#495057"/><rect x="${leftWidth}" width="60" height="20" fill="${colour}"/>`,
    text(leftWidth / 2, left),
    text(leftWidth + 30, right),
    '</svg>',
    '',
  ].join('\n');
}
