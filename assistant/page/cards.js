// A quote's card: unfolds what stands around the quote. A citation tells where it leads.
(() => {
  const { all, folds, local, made, questionOf } = youju;

  // Which quote a card, one of its buttons, or what Python says is of. Its number alone is that of
  // another one as soon as another conversation or answer is drawn.
  const QUOTE = ["turn", "n", "doc", "start", "end", "check"];
  const cardOf = (place) =>
    all("#chat .card").find(({ dataset }) => QUOTE.every((name) => dataset[name] === place[name]));

  // What was fetched, by the quote it belongs to: what is unfolded stays so when the conversation
  // is drawn again.
  const contexts = new Map();
  const key = (button) =>
    JSON.stringify([questionOf(button), ...QUOTE.map((name) => button.dataset[name])]);
  const opener = (card) => card.querySelector("[data-do=unfold]");

  // The first click fetches the text from Python, later ones show and hide it.
  local.unfold = (button, trigger) => {
    const card = button.closest(".card");
    if (!card.querySelector(".context")) {
      const { do: _, less, ...place } = button.dataset;
      return trigger("context", place);
    }
    const open = card.classList.toggle("unfolded");
    const kept = contexts.get(key(button));
    if (kept) kept.open = open;
    folds(button, open);
  };

  youju.unfold = ({ place, ...found }) => {
    const card = cardOf(place);
    if (card) fill(card, found);
  };

  const edge = (one, side) => one.getBoundingClientRect()[side];

  // A table wider than its card shows the column that is asked for, behind the names of the rows.
  // No other is cut by them: half a figure, or one without its sign, reads as another.
  const bring = (box, cell) => {
    const row = cell.closest("tr");
    const names = row.querySelector(".names") ?? row.cells[0];
    if (edge(cell, "right") <= edge(box, "right")) return;
    box.scrollLeft += edge(cell, "left") - edge(box, "left") - names.offsetWidth;
    const cells = [...row.cells].slice(names.cellIndex + 1);
    const cut = cells.find((one) => edge(one, "right") > edge(names, "right") + 1);
    const rest = edge(cut, "right") - edge(names, "right");
    if (edge(cut, "left") >= edge(names, "right") - 1) return;
    cell.closest("table").style.paddingRight = `${Math.ceil(rest)}px`;
    box.scrollLeft += rest;
  };

  // The number of a quote stands beside its row, not beside the head of the columns above it.
  const lower = (head) => {
    const above = edge(head, "bottom") - edge(head.closest("table"), "top");  // with the caption
    head.closest(".card")?.style.setProperty("--head", `${above}px`);
  };
  const heads = new ResizeObserver((changed) => changed.forEach(({ target }) => lower(target)));

  youju.redrawn.push(() => {
    all("#chat .card blockquote thead").forEach((head) => {
      lower(head);
      heads.observe(head);  // it has no height before the room is shown
    });
    all("#chat .card blockquote td.asked").forEach((cell) => bring(cell.closest("blockquote"), cell));
    all("#chat .card").forEach((card) => {
      const kept = contexts.get(key(opener(card)));
      if (kept?.open) fill(card, kept);
    });
  });

  const fill = (card, found) => {
    if (card.querySelector(".context")) return;
    const { html, note } = found;
    if (!note) contexts.set(key(opener(card)), found);
    const text = made("div", { className: "context" });
    if (note) text.textContent = note;
    else [text.lang, text.innerHTML] = ["zh-CN", html];  // escaped by Python
    const quote = card.querySelector("blockquote");
    quote.after(text);
    card.classList.toggle("noted", Boolean(note));
    local.unfold(opener(card));
    const column = quote.querySelector("td.asked")?.cellIndex;
    const cell = text.querySelector("tr:has(mark)")?.cells[column];
    if (cell) bring(cell.closest("table"), cell);
  };

  // Rows of one table, a card each, are scrolled together.
  document.addEventListener("scroll", ({ target }) => {
    if (!target.matches?.("#chat .card blockquote:has(.of-one)")) return;
    all("blockquote:has(.of-one)", target.closest(".from")).forEach((one) => {
      one.scrollLeft = target.scrollLeft;
    });
  }, true);

  // The small window beside a citation of the answer: where it leads, and how the quote begins.
  // A finger opens the source at once, so there it would only be in the way.
  const peek = made("div", { id: "peek", role: "tooltip", lang: "zh-CN" });
  const hide = () => peek.remove();
  const show = (cite) => {
    const card = cardOf(cite.dataset);
    if (!card) return;
    const title = card.closest(".from").querySelector("h3").textContent;
    const place = card.querySelector("figcaption span").textContent;
    const quote = card.querySelector("blockquote tbody") ?? card.querySelector("blockquote");
    const where = [title, place].filter(Boolean).join(" · ");
    peek.replaceChildren(made("p", {}, where), made("p", {}, quote.textContent));
    document.body.append(peek);
    cite.setAttribute("aria-describedby", "peek");
    const at = cite.getBoundingClientRect();
    const below = at.bottom + 8 + peek.offsetHeight < innerHeight;
    peek.style.top = `${below ? at.bottom + 8 : at.top - 8 - peek.offsetHeight}px`;
    peek.style.left = `${Math.max(8, Math.min(at.left, innerWidth - peek.offsetWidth - 8))}px`;
  };
  const cited = (event) => event.target.closest?.("#chat .lead .cite");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (cited(event)) show(cited(event));
    else if (!document.activeElement?.matches("#chat .lead .cite:focus-visible")) hide();
  });
  document.addEventListener("focusin", (event) => {
    if (cited(event)?.matches(":focus-visible")) show(cited(event));
    else hide();
  });
  ["focusout", "click", "scroll"].forEach((what) => document.addEventListener(what, hide, true));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
