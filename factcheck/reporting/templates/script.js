"use strict";
// Additions only: without this script everything can be read, and nothing is hidden but what is folded.
(function () {
  const form = document.querySelector("form.filters");
  const cards = Array.from(document.querySelectorAll("article.finding"));

  function reveal(element) {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  function follow() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
  }

  function filter() {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isActive = words.length || form.kind.value || form.severity.value || form.outlet.value;
    let shown = 0;
    for (const card of cards) {
      const text = card.textContent.toLowerCase();
      const isWanted =
        (!form.kind.value || card.dataset.kind === form.kind.value) &&
        (!form.severity.value || card.dataset.severity === form.severity.value) &&
        (!form.outlet.value || card.dataset.outlets.split("\n").includes(form.outlet.value)) &&
        words.every((word) => text.includes(word));
      card.hidden = !isWanted;
      shown += isWanted ? 1 : 0;
    }
    for (const more of document.querySelectorAll("details.more")) if (isActive) more.open = true;
    for (const group of document.querySelectorAll("section.group")) {
      group.hidden = !group.querySelector("article.finding:not([hidden])");
    }
    form.querySelector("output").textContent = isActive ? `${shown} of ${cards.length} shown` : "";
  }

  if (form && cards.length > 1) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  follow();
})();
