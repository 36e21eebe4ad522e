"use strict";
// Additions only: without this script everything can be read, and nothing is hidden but what is folded.
(function () {
  const form = document.querySelector("form.filters");
  const cards = Array.from(document.querySelectorAll("article.finding"));
  const folds = Array.from(document.querySelectorAll("section.group details.more"));
  const texts = new Map();
  let unfolded = null;
  let searched = false;

  function textOf(card) {
    if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
    return texts.get(card);
  }

  // What a small finding folds away.
  function folding(card) {
    return card.querySelector(":scope > details:not(.why)");
  }

  function reveal(element) {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  function follow() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const target = id && document.getElementById(id);
    if (!target) return;
    reveal(target);
    const own = folding(target);
    if (own) own.open = true;
    target.scrollIntoView();
  }

  // The words that were searched for, lit up where the browser can do so without touching the page.
  function light(words) {
    if (!("highlights" in CSS)) return;
    const ranges = [];
    for (const card of words.length ? cards : []) {
      if (card.hidden || ranges.length > 500) continue;
      const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function isChosen(card, name) {
    const wanted = form.elements[name] && form.elements[name].value;
    return !wanted || card.dataset[name].split(" ").includes(wanted);
  }

  function filter() {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isActive = words.length > 0 || Array.from(form.querySelectorAll("select")).some((one) => one.value);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !(
        ["kind", "severity", "outlet", "entity"].every((name) => isChosen(card, name)) &&
        words.every((word) => textOf(card).includes(word))
      );
      shown += card.hidden ? 0 : 1;
      const own = folding(card);
      if (own && searched !== words.length > 0) own.open = words.length > 0;  // what was found may stand inside
    }
    searched = words.length > 0;
    if (isActive && !unfolded) unfolded = folds.map((fold) => fold.open);
    folds.forEach((fold, number) => {
      fold.hidden = !fold.querySelector("article.finding:not([hidden])");
      fold.open = isActive ? !fold.hidden : unfolded ? unfolded[number] : fold.open;
    });
    if (!isActive) unfolded = null;
    for (const group of document.querySelectorAll("section.group")) {
      group.hidden = !group.querySelector("article.finding:not([hidden])");
    }
    form.querySelector("button").disabled = !isActive;
    form.querySelector("output").textContent = !isActive ? "" : shown ? `${shown} of ${cards.length} shown` : "Nothing found";
    light(words);
  }

  if (form && cards.length > 1) {
    form.hidden = false;
    filter();
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, select")) return;
      event.preventDefault();
      form.words.focus();
    });
  }

  // The picture: what one points at keeps its lines, the others step back.
  for (const svg of document.querySelectorAll("figure.picture svg")) {
    const edges = Array.from(svg.querySelectorAll("path.edge"));
    const nodes = Array.from(svg.querySelectorAll("a"));
    const idOf = (node) => node.getAttribute("href").slice(1);
    const trace = (event) => {
      const node = event && event.target.closest("a");
      const kept = new Set(node ? [idOf(node)] : []);
      for (const edge of edges) {
        const ends = edge.dataset.ends.split(" ");
        const isKept = !node || ends.includes(idOf(node));
        edge.classList.toggle("faint", !isKept);
        if (node && isKept) ends.forEach((end) => kept.add(end));
      }
      for (const other of nodes) other.classList.toggle("faint", Boolean(node) && !kept.has(idOf(other)));
    };
    svg.addEventListener("pointerover", trace);
    svg.addEventListener("pointerleave", () => trace(null));
    svg.addEventListener("focusin", trace);
    svg.addEventListener("focusout", () => trace(null));
  }

  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => document.querySelectorAll("details:not(.why)").forEach((one) => (one.open = true)));
  follow();
})();
