// The page one is on is in sight among the header's tabs; the menu closes when one turns to something else.
for (const tab of document.querySelectorAll('nav .tab[aria-current]'))
  tab.parentElement.parentElement.parentElement.scrollLeft =
    tab.offsetLeft - tab.parentElement.parentElement.offsetLeft - 16;

// A link to something folded unfolds it, and goes there also when it is pressed once more.
function unfold(hash) {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  const folded = target?.closest('details:not([open])');
  if (!folded) return false;
  for (let at = folded; at; at = at.parentElement?.closest('details')) at.open = true;
  target.scrollIntoView();
  if (target === folded) folded.querySelector('summary').focus({ preventScroll: true });
  return true;
}
addEventListener('hashchange', () => unfold(location.hash));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  // To another place the browser goes by itself, and says so.
  if (link?.hash === location.hash && unfold(link.hash)) event.preventDefault();
});
unfold(location.hash);

const menu = document.querySelector('.menu');
document.addEventListener('click', (event) => {
  if (menu && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
