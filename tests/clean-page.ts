/** Before each file of unit tests: they share one page, and nothing of the file before is to be left in it. */
if (typeof document !== 'undefined') {
  for (const part of [document.head, document.body]) {
    part.replaceChildren();
    for (const { name } of [...part.attributes]) part.removeAttribute(name);
  }
  localStorage.clear();
  sessionStorage.clear();
}
