// The page one is on is in sight among the header's tabs; the menu closes when one turns to something else.
for (const tab of document.querySelectorAll('nav .tab[aria-current]'))
  tab.parentElement.parentElement.parentElement.scrollLeft =
    tab.offsetLeft - tab.parentElement.parentElement.offsetLeft - 16;

const menu = document.querySelector('.menu');
document.addEventListener('click', (event) => {
  if (menu && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});
