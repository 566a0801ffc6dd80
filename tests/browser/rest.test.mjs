// At rest nothing runs: no frame, no OpenGL call, no timer.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as elapse } from 'node:timers/promises';
import { count_activity } from './harness/activity.mjs';
import { painted, settled, teaser, use_site } from './harness/browser.mjs';

const site = use_site('sample');
const watched_ms = 3000;

const activity = (page) => page.evaluate(() => ({ ...window.activity }));

test('the counters see a frame that is drawn', async (t) => {
  const page = await site.open(t, '/', { script: count_activity });
  await painted(page);
  const before = await activity(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await painted(page);
  const after = await activity(page);
  assert.ok(after.gl > before.gl && after.frames > before.frames);
});

for (const path of ['/', 'article']) {
  test(`nothing happens for ${watched_ms / 1000} s at rest: ${path}`, async (t) => {
    const page = await site.open(t, '/', { script: count_activity });
    if (path === 'article') {
      await page.locator(teaser).first().click();
      await page.locator('h1.article-title').waitFor({ state: 'attached' });
    }
    // The pointer leaves what it hovered, and the last frame is over.
    await page.mouse.move(0, 0);
    await painted(page);
    await settled(page);
    const before = await activity(page);
    await elapse(watched_ms);
    assert.deepEqual(await activity(page), before);
  });
}
