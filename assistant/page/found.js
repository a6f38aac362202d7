// The words looked for in the document, wherever they stand in what is shown: only one place is a
// mark, which Python makes. Painted on the text as it is; where a browser cannot, nothing is.
(() => {
  const LONGEST = 100;  // characters, as in find.py
  const escaped = (one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

  // Whatever their case and the white space inside them, as Python finds them.
  const pattern = (words) => {
    const characters = [...words.replace(/\s/g, "")].slice(0, LONGEST);
    return characters.length ? new RegExp(characters.map(escaped).join("\\s*"), "giu") : undefined;
  };

  const nodes = (text) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node, at = 0; (node = walker.nextNode()); at += node.length) found.push({ node, at });
    return found;
  };

  youju.paintFound = (source) => {
    if (!window.CSS?.highlights) return;
    CSS.highlights.delete("found");
    const text = source?.querySelector(".words");
    const sought = text && pattern(source.querySelector(".find")?.getAttribute("value") ?? "");
    if (!sought) return;
    const parts = nodes(text);
    const place = (range, which, at) => {
      const { node, at: begin } = parts.findLast((one) => one.at <= at);
      range[which](node, at - begin);
    };
    const ranges = [...text.textContent.matchAll(sought)].map(({ index, 0: { length } }) => {
      const range = new Range();
      place(range, "setStart", index);
      place(range, "setEnd", index + length);
      return range;
    });
    CSS.highlights.set("found", new Highlight(...ranges));
  };
})();
