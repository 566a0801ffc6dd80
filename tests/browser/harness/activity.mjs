// Counts every way in which a page keeps itself busy. Runs before any script of the page.
export const count_activity = () => {
  const counts = { gl: 0, frames: 0, timers: 0, tasks: 0 };
  window.activity = counts;
  const wrap = (owner, name, kind) => {
    const original = owner[name];
    owner[name] = function (...words) {
      ++counts[kind];
      return original.apply(this, words);
    };
  };
  wrap(window, 'requestAnimationFrame', 'frames');
  wrap(window, 'requestIdleCallback', 'frames');
  wrap(window, 'setTimeout', 'timers');
  wrap(window, 'setInterval', 'timers');
  wrap(window, 'queueMicrotask', 'tasks');
  wrap(MessagePort.prototype, 'postMessage', 'tasks');
  for (const [name, { value }] of Object.entries(
    Object.getOwnPropertyDescriptors(WebGL2RenderingContext.prototype),
  )) {
    if (typeof value === 'function') wrap(WebGL2RenderingContext.prototype, name, 'gl');
  }
};
