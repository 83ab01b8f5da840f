/* Tells readers before a link leaves the sites of government. Without this file the address stands beside the link. */
(function () {
  if (typeof HTMLDialogElement === 'undefined') return;

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function ask(link) {
    var dialog = element('dialog', '');
    dialog.className = 'leave';
    dialog.setAttribute('aria-labelledby', 'leave-title');
    element('h2', '您将离开本站', dialog).id = 'leave-title';
    element('p', '这个链接通向政府网站以外的地方，那里的内容不由本站负责。', dialog);
    element('p', link.href, dialog).className = 'leave-address';
    var ways = element('p', '', dialog);
    ways.className = 'leave-ways';
    var stay = element('button', '留在本站', ways);
    stay.type = 'button';
    stay.addEventListener('click', function () {
      dialog.close();
    });
    var go = element('a', '继续前往', ways);
    go.href = link.href;
    go.rel = 'noopener';
    go.addEventListener('click', function () {
      dialog.close();
    });
    dialog.addEventListener('close', function () {
      dialog.remove();
      link.focus();
    });
    document.body.appendChild(dialog);
    dialog.showModal();
  }

  document.addEventListener('click', function (event) {
    if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
    var link = event.target.closest('a[data-leave]');
    if (!link || link.hostname === location.hostname) return;
    event.preventDefault();
    ask(link);
  });
})();
