// Runs every suite, shows the whole output of one that failed, and closes with the totals.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

// Third-party test data; what needs it says so and is skipped where the folder is absent.
process.env.BLATT_TESTDATA ??= resolve('../shared/testdata');

const quick = process.argv.includes('--quick');

const nodeTests = (folder) => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};

const nodeSuite = (name, folder, minutes) => ({
  name,
  minutes,
  command: [process.execPath, '--test', '--test-reporter=spec', ...nodeTests(folder)],
  skip: nodeTests(folder).length === 0,
  count: countNodeTests,
});

const doctestSuite = (name, program, env = {}) => ({
  name,
  minutes: 15,
  command: [program, '--no-colors'],
  env,
  count: countDoctest,
});

function countNodeTests(output) {
  const number = (word) => Number(output.match(new RegExp(`^. ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled'), skipped: number('skipped') };
}

function countDoctest(output) {
  const line = output.match(/test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed \|\s*(\d+) skipped/);
  const [passed, failed, skipped] = (line ?? []).slice(1).map(Number);
  return { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
}

function run(suite) {
  const began = Date.now();
  const [program, ...words] = suite.command;
  const child = spawnSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...suite.env },
    maxBuffer: 1 << 28,
    timeout: suite.minutes * 60_000,
  });
  const output = `${child.stdout ?? ''}${child.stderr ?? ''}`;
  const counts = suite.count(output);
  const broke = child.status !== 0;
  // A suite that died without naming a failed test, or that ran nothing, is one failure.
  if ((broke && counts.failed === 0) || counts.passed + counts.failed === 0) counts.failed += 1;
  if (broke || counts.failed > 0) {
    console.log(output);
    console.log(`${suite.name}: ${child.error?.message ?? `ended with ${child.signal ?? child.status}`}`);
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${suite.name}: ${totals(counts)} (${seconds} s)`);
  return counts;
}

function totals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const suites = [
  nodeSuite('lints', 'tests/lint', 2),
  doctestSuite('doctest', 'build/native/blatt_tests'),
];
if (!quick) {
  suites.push(
    doctestSuite('doctest with sanitizers', 'build/native-asan/blatt_tests', {
      ASAN_OPTIONS: 'detect_stack_use_after_return=1:strict_string_checks=1',
      UBSAN_OPTIONS: 'print_stacktrace=1',
    }),
    nodeSuite('browser', 'tests/browser', 30),
  );
}

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites.filter((suite) => !suite.skip)) {
  const counts = run(suite);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
}
console.log(totals(sum));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
