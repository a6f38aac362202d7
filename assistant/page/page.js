// What the page does by itself: keyboard, scrolling to the quote, copying, editing a question.
// Everything that needs the documents is an event for Python. Served inline, nothing is fetched.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const source = () => document.querySelector("#source .source");
  const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

  // The citations of one answer, in order of their numbers, one for each number.
  const citations = (turn) => all(`#chat .card[data-turn="${CSS.escape(turn)}"]`);

  // Move to the previous or next quote of the answer whose quote is open, or open the first.
  const step = (by) => {
    const open = source();
    const turn = open?.dataset.turn || all("#chat .card").at(-1)?.dataset.turn;
    if (!turn) return;
    const cards = citations(turn);
    const at = cards.findIndex((card) => card.dataset.n === open?.dataset.n);
    const next = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))];
    next?.querySelector(".cite")?.click();
  };

  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no clipboard without https, except on this machine
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    if (label === button.dataset.done) return;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  };

  const link = (button) => {
    const [, doc, start, end] = source().dataset.key.match(/^(.*):(\d+):(\d+)$/s);
    copy(button, `${location.origin}${location.pathname}?${new URLSearchParams({ doc, start, end })}`);
  };

  // The question becomes a text field; sending it is an event for Python.
  const edit = (button, trigger) => {
    const box = button.closest(".question");
    const area = Object.assign(document.createElement("textarea"), {
      value: button.dataset.question,
    });
    area.setAttribute("aria-label", button.textContent);
    const done = (text) => {
      box.classList.remove("editing");
      form.remove();
      if (text) trigger("revise", { place: button.dataset.place, question: text });
    };
    const form = document.createElement("div");
    const save = Object.assign(document.createElement("button"), {
      className: "primary", textContent: button.dataset.save, onclick: () => done(area.value.trim()),
    });
    const cancel = Object.assign(document.createElement("button"), {
      className: "quiet", textContent: button.dataset.cancel, onclick: () => done(""),
    });
    area.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        save.click();
      }
      if (event.key === "Escape") cancel.click();
    };
    form.className = "edit";
    form.append(area, save, cancel);
    box.classList.add("editing");
    box.append(form);
    area.focus();
  };

  const local = { copy: (button) => copy(button, button.dataset.copy), link, edit };

  // One listener per rendered part: what a button is for stands in its data-do.
  const listen = (element, trigger, close) => {
    element.addEventListener("click", (event) => {
      const stepper = event.target.closest("[data-step]");
      if (stepper) return step(Number(stepper.dataset.step));
      const target = event.target.closest("[data-do]");
      if (!target) return;
      if (target.matches(".card") && getSelection().toString()) return;  // selecting, not opening
      const { do: what, ...data } = target.dataset;
      if (what === "close") return close();
      if (local[what]) return local[what](target, trigger);
      trigger(what, data);
    });
  };

  const showOpenCitation = () => {
    const open = source();
    all("#chat [data-turn][data-n]").forEach((mark) => {
      const same = open && mark.dataset.turn === open.dataset.turn
        && mark.dataset.n === open.dataset.n;
      mark.classList.toggle("is-open", Boolean(same));
    });
  };

  // After the source changed: bring the quote into view, unless only more text was asked for.
  const reveal = (before) => {
    const shown = source();
    document.body.classList.toggle("reading", Boolean(shown));
    showOpenCitation();
    const text = shown?.querySelector(".text");
    if (!text) return { key: "", top: 0 };
    const mark = text.querySelector("mark, .anchor");
    const top = () =>
      mark.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    const key = shown.dataset.key;
    if (key === before.key) text.scrollTop += top() - before.top;
    else text.scrollTop = top() - Math.max(24, (text.clientHeight - mark.offsetHeight) / 3);
    return { key, top: top() };
  };

  // A new question goes to the top of the view, and so does its answer when it comes.
  const chat = (element, trigger, props, watch) => {
    listen(element, trigger);
    let count = all(".turn", element).length;
    let waiting = false;
    watch("value", () => {
      showOpenCitation();
      const rows = all(".turn", element);
      const pending = Boolean(element.querySelector(".pending"));
      if (pending || waiting || rows.length > count) {
        const row = element.querySelector(".pending")?.closest(".turn") ?? rows.at(-1);
        if (rows.length > 1) row?.scrollIntoView({ block: "start" });
      }
      [count, waiting] = [rows.length, pending];
    });
  };

  const panel = (element, trigger, props, watch) => {
    let before = { key: "", top: 0 };
    const shown = () => (before = reveal(before));
    listen(element, trigger, () => {
      props.value = "";
      setTimeout(shown);  // `watch` tells of Python's changes only
    });
    watch("value", shown);
    shown();
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const by = event.altKey
      ? { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      : typing() ? undefined : { j: 1, k: -1 }[event.key];
    if (by) {
      event.preventDefault();  // Alt+Left would leave the page
      step(by);
    } else if (event.key === "Escape" && !typing()) {
      document.querySelector("#source .close")?.click();
    }
  });

  const brand = (element, trigger, props, watch) => {
    const name = () => {
      const { lang, dataset } = element.querySelector("h1");
      document.documentElement.lang = lang;
      document.title = dataset.title;
    };
    watch("value", name);
    name();
  };

  window.youju = { brand, chat, panel };
})();
