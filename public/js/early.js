/* Runs before the first paint: applies what the reader chose earlier, so that nothing jumps. */
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  try {
    if (localStorage.getItem('mingbai.elder') === '1') root.classList.add('elder');
    var size = localStorage.getItem('mingbai.size');
    if (size === 'large' || size === 'larger') root.dataset.size = size;
  } catch {
    /* Storage is refused in some private windows: the page is then shown in its usual size. */
  }
})();
