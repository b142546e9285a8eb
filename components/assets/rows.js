// A list of choosable rows. All text goes in through textContent: nothing in it is ever read as HTML.
export default function ({ data, parentElement, setStateValue }) {
  if (!data?.rows) return; // while pages change, Streamlit may call before the data are there
  const list = parentElement.querySelector(".rows");
  const more = parentElement.querySelector(".more");
  const open = list.dataset.open === "yes";
  const focused = parentElement.activeElement?.dataset?.target;
  list.setAttribute("aria-label", data.label);
  const items = data.rows.map((row, index) => {
    const item = document.createElement("li");
    item.hidden = !open && index >= data.shown && row.target !== data.chosen;
    const button = document.createElement("button");
    button.dataset.target = row.target;
    button.setAttribute("aria-pressed", String(row.target === data.chosen));
    button.className = "row " + (row.tone || "plain");
    button.onclick = () => setStateValue("chosen", `${row.target} ${Date.now()}`);
    const sign = document.createElement("span");
    sign.className = "sign";
    sign.textContent = row.sign;
    const line = document.createElement("span");
    line.className = "line";
    for (const [text, kind] of row.line) {
      const piece = document.createElement(kind === "strong" ? "b" : "span");
      piece.textContent = text;
      line.append(piece);
    }
    if (row.note) {
      const note = document.createElement("span");
      note.className = "note";
      note.textContent = row.note;
      line.append(note);
    }
    button.append(...(row.sign ? [sign, line] : [line]));
    item.append(button);
    return item;
  });
  list.replaceChildren(...items);
  const hidden = items.filter((i) => i.hidden).length;
  more.hidden = hidden === 0;
  more.textContent = `Show ${hidden} more`;
  more.onclick = () => {
    list.dataset.open = "yes";
    items.forEach((i) => { i.hidden = false; });
    more.hidden = true;
  };
  if (focused) list.querySelector(`[data-target="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
