/* Before a form is sent, do the small sum that shows that a person's browser sends it. Whatever fails, the form goes. */
"use strict";
const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const digest = async (words) => hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));

async function solve(task) {
  for (let number = 0; number <= task.max_number; number += 1) {
    if ((await digest(task.salt + number)) === task.challenge) {
      const { algorithm, challenge, salt, signature } = task;
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  return "";
}

async function send(event) {
  const form = event.target;
  event.preventDefault();
  const by = event.submitter;
  if (by && by.name) { /* form.submit() forgets which button was pressed */
    const kept = Object.assign(document.createElement("input"), { type: "hidden", name: by.name, value: by.value });
    form.prepend(kept);
  }
  const button = form.querySelector("button");
  button.disabled = true;
  const late = new Promise((done) => { setTimeout(() => done(""), 15000); });
  try {
    const answer = await fetch(form.dataset.sum, { credentials: "same-origin" });
    form.elements.proof.value = await Promise.race([solve(await answer.json()), late]);
  } catch { /* no sum: the form goes into the strict queue */ }
  form.submit();
}

if (window.crypto && crypto.subtle) {
  for (const form of document.querySelectorAll("form[data-sum]")) { form.addEventListener("submit", send, { once: true }); }
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-sum] button")) { button.disabled = false; }
});
