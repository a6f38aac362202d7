// The documents: files chosen or dropped are sent, and an update under way is looked at.
(() => {
  const LOOK_MS = 1000;

  // What would be refused is only named, not sent; Python says why.
  const wanted = ({ endings, limit }, { name, size }) =>
    size <= Number(limit) && endings.split(" ").some((one) => name.toLowerCase().endsWith(one));

  const send = async (zone, chosen, trigger, upload) => {
    if (!chosen.length || zone.classList.contains("busy")) return;
    zone.classList.add("busy");
    const files = [];
    for (const file of chosen) {
      const sent = { name: file.name, size: file.size };
      if (wanted(zone.dataset, file)) sent.path = (await upload(file).catch(() => null))?.path;
      files.push(sent);
    }
    zone.classList.remove("busy");
    trigger("upload", { files });
  };

  youju.wired.library = (element, trigger, upload) => {
    const zone = () => element.querySelector(".drop");
    const over = (is) => zone()?.classList.toggle("over", is);
    element.addEventListener("change", ({ target }) => {
      if (!target.matches("input[type=file]")) return;
      send(zone(), [...target.files], trigger, upload);
      target.value = "";  // the same file may be chosen again
    });
    element.addEventListener("dragover", (event) => (event.preventDefault(), over(true)));
    element.addEventListener("dragleave", (event) => over(element.contains(event.relatedTarget)));
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (zone()) send(zone(), [...event.dataTransfer.files], trigger, upload);
    });
  };

  youju.building = (element, trigger) => {
    youju.listen(element, trigger);
    setInterval(() => element.querySelector(".running") && trigger("tick", {}), LOOK_MS);
  };
})();
