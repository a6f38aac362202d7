// What the page does by itself, and what its rooms build on: forms, focus, one listener.
// Everything that needs the documents is an event for Python. Served inline, nothing is fetched.
//
// Gradio draws a part anew by changing what is there into what is wanted, by position: elements
// stay, with their listeners, and say something else; attributes that a script has set go, and what
// is too much at the end. So listeners stand on the part itself, and are put there once.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const made = (tag, given = {}, ...inside) => {
    const part = Object.assign(document.createElement(tag), given);
    part.append(...inside);
    return part;
  };
  const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no clipboard without https, except on this machine
      const area = made("textarea", { value: text });
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

  // A text field in a box, instead of what the box shows; what it sends is an event for Python.
  const atOnce = (row, act) => act();
  const form = (box, { value, label, save, cancel, note }, done, when = atOnce) => {
    if (box.querySelector(".edit")) return undefined;
    const opener = document.activeElement;
    const area = made("textarea", { value, placeholder: label });
    const button = (className, textContent, onclick) =>
      made("button", { className, textContent, onclick });
    const row = made("div", { className: "edit" });
    const close = () => {
      const elsewhere = typing() && !row.contains(document.activeElement);
      row.remove();
      row.dispatchEvent(new Event("close"));
      box.classList.remove("editing");
      if (!elsewhere) opener.focus();
    };
    const send = button("primary", save,
      () => when(row, () => (close(), done(area.value.trim()))));
    const leave = button("quiet", cancel, close);
    area.setAttribute("aria-label", label);
    area.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        send.click();
      }
      if (event.key === "Escape") leave.click();
    };
    row.append(area, send, leave);
    if (note) row.append(made("p", { textContent: note }));
    box.classList.add("editing");
    box.append(row);
    area.focus();
    row.scrollIntoView({ block: "nearest" });
    return area;
  };

  const box = () => document.querySelector("#question textarea");
  const questionOf = (part) => part.closest(".turn").querySelector(".question > p").textContent;
  const asksFor = (name) => new URLSearchParams(location.search).get(name);  // the address
  const forget = (...names) => {  // what it asked for is done
    const address = new URL(location);
    names.forEach((name) => address.searchParams.delete(name));
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };
  const narrow = matchMedia("(max-width: 800px)");

  // A button that shows more says the other thing once that is shown.
  const folds = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    [button.textContent, button.dataset.less] = [button.dataset.less, button.textContent];
  };

  // What is exported or copied tells where the page is, to lead back to it.
  const address = () => `${location.origin}${location.pathname}`;
  const link = ({ doc, start, end, check }) =>
    `${address()}?${new URLSearchParams({ doc, start, end, check })}`;
  // What a button is for that is not, or not at once, an event for Python.
  const local = {
    copy: (button) => copy(button, button.dataset.copy),
    fold: (button) => folds(button, button.previousElementSibling.classList.toggle("whole")),
    link: (button) => copy(button, link(button.closest("#source .source").dataset)),
    quote: (button) =>
      copy(button, `${button.dataset.copy}\n    ${link(button.closest(".card").dataset)}`),
    export: (button, trigger, data) => {
      all(".export-failed").forEach((note) => note.remove());
      exporting = button.parentElement;
      trigger("export", { ...data, address: address() });
    },
  };

  // A file that Python made, given to the browser's downloads; or, where it was asked for, why there
  // is none.
  let exporting;
  const save = ({ name, type, data, failed }) => {
    if (failed) {
      const note = { className: "export-failed", role: "alert", textContent: failed };
      return exporting?.append(made("p", note));
    }
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type }));
    made("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };

  // To the question box, but on a phone, where that would bring up the keyboard; also where what had
  // the focus is gone.
  const touches = !matchMedia("(hover: hover)").matches;  // whose keyboard hides half of the page
  const begin = () => touches || box()?.focus({ preventScroll: true });
  const rest = () => document.activeElement === document.body && begin();

  // Python draws a part anew, and what had the focus may be gone: its twin gets it, or else what
  // `instead` names; where there is neither, only that it was lost is told.
  const TELLING = ["do", "turn", "rating", "n", "id", "sort", "table", "mode", "year"];
  const twin = ({ name, dataset }) => {
    if (name) return `[name="${name}"]`;
    const told = TELLING.filter((one) => dataset[one]);
    if (told.length < 2) return "";  // others do the same
    return told.map((one) => `[data-${one}="${CSS.escape(dataset[one])}"]`).join("");
  };
  const refocusing = (element, instead) => {
    let had;
    element.addEventListener("focusin", (event) => (had = event.target));
    element.addEventListener("focusout", (event) => {
      const left = event.target;
      const still = () => left.isConnected && !left.disabled && left !== document.activeElement;
      setTimeout(() => had === left && still() && (had = undefined));  // not drawn anew, not back
    });
    return () => {
      const elsewhere = ![document.body, had].includes(document.activeElement);
      if (!had || elsewhere || (had.isConnected && !had.disabled)) return false;
      const found = [twin(had), instead].map((one) => one && element.querySelector(one));
      had = undefined;
      found.find(Boolean)?.focus({ preventScroll: true });
      return true;
    };
  };

  // One listener per rendered part: what a button is for stands in its data-do.
  const listen = (element, trigger, close) => {
    element.addEventListener("click", (event) => {
      const target = event.target.closest("[data-do]");
      if (!target) return;
      const selected = getSelection();
      const selecting = String(selected) && selected.containsNode(target, true);
      if (selecting && !target.matches("button")) return;  // not opening
      const { do: what, ...data } = target.dataset;
      if (what === "close") return close();
      if (local[what]) return local[what](target, trigger, data);
      trigger(what, data);
    });
  };

  // The rows of a list that hold every word typed, in what they show or in `data-text`.
  const wordsOf = (typed) => typed.toLowerCase().split(/\s+/).filter(Boolean);
  const sift = (element, typed) => {
    const words = wordsOf(typed);
    all("li", element).forEach((row) => {
      const text = (row.dataset.text ?? row.textContent).toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    });
    return words;
  };
  const filter = (element) => element.addEventListener("input", ({ target }) => {
    if (target.matches(".filter")) sift(element, target.value);
  });

  // What is typed counts once the hands rest; what a way of writing is still composing is not typed
  // yet. Gives a way to call it off, and to go on with it in the field that is drawn anew meanwhile.
  const RESTED_MS = 450;
  const resting = (element, selector, then) => {
    let timer;
    let typed;  // of the field that is typed in: its name, what it says, where the caret is
    const noted = ({ target, isComposing }) => {
      if (!target.matches(selector)) return;
      typed = { name: target.name, value: target.value, at: target.selectionEnd };
      if (isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(() => then(target), RESTED_MS);
    };
    element.addEventListener("input", noted);
    element.addEventListener("compositionend", noted);
    const callOff = () => clearTimeout(timer);
    const forget = () => {
      callOff();
      typed = undefined;
    };
    const goOn = (field) => {
      if (!typed || field.name !== typed.name) return;
      if (field.value !== typed.value) field.value = typed.value;
      field.setSelectionRange(typed.at, typed.at);
    };
    return { callOff, forget, goOn };
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (event.target.closest("#question, .edit")) return;
    if (document.querySelector(":popover-open")) return;  // closed by the browser itself
    const close = (part) => document.querySelector(`${part} .close`);
    if (close("#drawer")) return close("#drawer").click();
    if (close(".reading #source") && !youju.fold()) close("#source").click();
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

  // Once what Python gave is in every part of the page, not only in the one that tells of it.
  const SETTLED_MS = 50;
  const settled = (then) => setTimeout(then, SETTLED_MS);

  // What scripts add to the conversation is gone when Python draws it anew: each adds it again.
  const redrawn = [];

  // Whether the index is open: the conversation is shown then, or a welcome.
  const opened = () => document.querySelector("#chat .welcome, #chat .turn");

  // What the script of a room does once, and each time that Python filled the room.
  const wired = {};
  const filled = {};

  window.youju = {
    all, asksFor, begin, box, brand, filled, filter, folds, forget, form, listen, local, made, narrow,
    opened, questionOf, redrawn, refocusing, rest, resting, save, settled, sift, touches, typing,
    wired, wordsOf,
  };
})();
