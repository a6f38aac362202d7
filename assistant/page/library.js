// The documents: files chosen or dropped are sent, and an update under way is looked at.
(() => {
  const LOOK_MS = 1000;

  // What would be refused is only named, not sent; Python says why.
  const wanted = ({ endings, limit }, { name, size }) =>
    size <= Number(limit) && endings.split(" ").some((one) => name.toLowerCase().endsWith(one));

  // One lot after the other; what is dropped while another one is sent waits.
  let sending = Promise.resolve();
  let lots = 0;
  const showBusy = (element) =>
    element.querySelector(".drop")?.classList.toggle("busy", lots > 0);
  const send = (element, chosen, trigger, upload) => {
    const zone = element.querySelector(".drop");
    if (!zone || !chosen.length) return;
    const taken = { ...zone.dataset };
    lots += 1;
    showBusy(element);
    sending = sending.then(async () => {
      const files = [];
      for (const file of chosen) {
        const sent = { name: file.name, size: file.size };
        if (wanted(taken, file)) sent.path = (await upload(file).catch(() => null))?.path;
        files.push(sent);
      }
      lots -= 1;
      showBusy(element);
      trigger("upload", { files });
    });
  };

  let told = "";
  let refocus;
  youju.filled.library = (element) => {
    showBusy(element);
    // What came of a click far below is not to be missed.
    const said = element.querySelector(".said");
    if (said?.textContent && said.textContent !== told) said.scrollIntoView({ block: "nearest" });
    told = said?.textContent ?? "";
    // Its row may be that of another document by now.
    element.querySelector(":popover-open")?.hidePopover();
    refocus();
  };
  youju.wired.library = (element, trigger, upload) => {
    refocus = youju.refocusing(element, youju.touches ? "" : ".filter");
    element.addEventListener("change", ({ target }) => {
      if (!target.matches("input[type=file]")) return;
      send(element, [...target.files], trigger, upload);
      target.value = "";  // the same file may be chosen again
    });
    // A file that is dropped elsewhere would take the place of the page.
    const here = () => document.body.dataset.room === "library";
    const over = (is) => element.querySelector(".drop")?.classList.toggle("over", is);
    const dragged = (act) => (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener("dragover", dragged(() => over(here())));
    document.addEventListener("dragleave", dragged(() => over(false)));
    document.addEventListener("drop", dragged(({ dataTransfer }) => {
      over(false);
      if (here()) send(element, [...dataTransfer.files], trigger, upload);
    }));
  };

  youju.building = (element, trigger, props, watch) => {
    youju.listen(element, trigger);
    // The bar, where there is one: Enter pressed twice is not to cancel what it began.
    watch("value", youju.refocusing(element, "progress, button"));
    setInterval(() => element.querySelector(".running") && trigger("tick", {}), LOOK_MS);
  };
})();
