// What the reader chose about how pages look stands in the html element before anything is shown
// (src/text/preferences.h). Runs before the style sheet: keep it this small.
try {
  document.documentElement.dataset.blatt = localStorage.getItem('blatt') ?? '';
} catch {
  // Storage is refused: pages look as they do for everybody.
}
