(() => {
  const box = document.getElementById('search');
  const input = document.getElementById('filter');
  const hits = document.getElementById('hits');
  const items = [...document.querySelectorAll('main tbody tr, main article, main ul:not(.facts) > li')];
  const texts = items.map(item => item.textContent.toLowerCase());
  const groups = [...document.querySelectorAll('main .table, main .group, main .chapter')];
  const left = 'tbody tr:not([hidden]), article:not([hidden]), ul:not(.facts) > li:not([hidden])';
  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    let found = 0;
    items.forEach((item, i) => {
      const shown = words.every(word => texts[i].includes(word));
      item.hidden = !shown;
      found += shown ? 1 : 0;
    });
    groups.forEach(group => { group.hidden = words.length > 0 && group.querySelector(left) === null; });
    hits.textContent = words.length === 0 ? '' : found.toLocaleString('en') + ' of ' + items.length.toLocaleString('en') + ' entries';
  };
  let wait;
  input.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(filter, 120); });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== input) { event.preventDefault(); input.focus(); }
    if (event.key === 'Escape' && document.activeElement === input) { input.value = ''; filter(); }
  });
  box.hidden = false;
})();
