// What Slack's own client does and local-slack's page does not: it shows rich text and the ends of lines, keeps from
// people what only others see, lets people be picked, offers what a field begins with, sends that in where nobody has
// touched it, and names fields by their labels. Translated on the way to the page and back.
"use strict";

(() => {
  let users = [];
  const fields = new Map(); // the modal's inputs, by block

  const bold = (text, style) => (style && style.bold ? text.replace(/\S(?:.*\S)?/s, "*$&*") : text);

  function element(node) {
    switch (node.type) {
      case "text":
        return bold(node.text, node.style);
      case "link":
        return `<${node.url}|${node.text || node.url}>`;
      case "user":
        return `<@${node.user_id}>`;
      default:
        return "";
    }
  }

  function part(node) {
    const text = (node.elements || []).map(node.type === "rich_text_list" ? part : element);
    switch (node.type) {
      case "rich_text_list":
        return text.map((item) => `• ${item}`).join("\n");
      case "rich_text_quote":
        return text.join("").split("\n").map((line) => `> ${line}`).join("\n");
      default:
        return text.join("");
    }
  }

  function shown(block) {
    if (block.type !== "rich_text") return block;
    const text = block.elements.map(part).join("\n");
    return { type: "section", block_id: block.block_id, text: { type: "mrkdwn", text } };
  }

  const person = (user) => ({ text: { type: "plain_text", text: user.real_name || user.name }, value: user.id });

  // The page shows no chosen option before somebody chooses; it does show a placeholder.
  function chosen(element) {
    return element.initial_option ? { ...element, placeholder: element.initial_option.text } : element;
  }

  function picker(element) {
    const people = users.filter((user) => !user.is_bot).map(person);
    const named = (ids) => people.filter((option) => ids.includes(option.value));
    switch (element.type) {
      case "users_select":
        return chosen({
          ...element,
          type: "static_select",
          options: people,
          initial_option: named([element.initial_user])[0],
        });
      case "multi_users_select":
        return {
          ...element,
          type: "checkboxes",
          options: people,
          initial_options: named(element.initial_users || []),
        };
      default: {
        const groups = element.option_groups;
        return chosen(groups ? { ...element, options: groups.flatMap((group) => group.options) } : element);
      }
    }
  }

  function field(block) {
    if (block.type !== "input") return shown(block);
    fields.set(block.block_id, block);
    return { ...block, element: picker(block.element) };
  }

  function beginning(element) {
    const options = { ...element, ...picker(element) };
    switch (options.type) {
      case "static_select":
      case "radio_buttons":
        return { type: options.type, selected_option: options.initial_option || null };
      case "checkboxes":
        return { type: options.type, selected_options: options.initial_options || [] };
      case "datepicker":
        return { type: options.type, selected_date: options.initial_date || null };
      default:
        return { type: options.type, value: options.initial_value || null };
    }
  }

  function filledIn(element, value) {
    switch (element.type) {
      case "users_select":
        return { type: element.type, selected_user: value.selected_option ? value.selected_option.value : null };
      case "multi_users_select":
        return { type: element.type, selected_users: value.selected_options.map((option) => option.value) };
      default:
        return value;
    }
  }

  const lines = document.createElement("style");
  lines.textContent = ".bk-section { white-space: pre-line; }";
  document.addEventListener("DOMContentLoaded", () => document.head.append(lines));

  const readers = new Map(); // of messages that one person sees, by their time stamp
  const hidden = document.createElement("style");

  function hide() {
    const reader = document.querySelector(".actas select");
    const others = [...readers].filter(([, user]) => reader && user !== reader.value);
    hidden.textContent = others.map(([ts]) => `.msg[data-ts="${ts}"] { display: none; }`).join("\n");
    document.head.append(hidden);
  }

  document.addEventListener("change", hide);

  function seen(message) {
    if (message.ephemeral_to) {
      readers.set(message.ts, message.ephemeral_to);
      setTimeout(hide);
    }
    return message.blocks ? { ...message, blocks: message.blocks.map(shown) } : message;
  }

  function toPage(frame) {
    switch (frame.t) {
      case "init": {
        users = frame.state.users;
        const messages = Object.entries(frame.state.messages || {});
        const all = Object.fromEntries(messages.map(([channel, list]) => [channel, list.map(seen)]));
        return { ...frame, state: { ...frame.state, messages: all } };
      }
      case "message":
      case "message_update":
        return { ...frame, message: seen(frame.message) };
      case "view": {
        fields.clear();
        const views = (frame.stack || []).map((view) => ({ ...view, blocks: view.blocks.map(field) }));
        return { ...frame, stack: views };
      }
      case "view_errors": {
        const labelled = ([id, error]) => [fields.has(id) ? fields.get(id).label.text : id, error];
        return { ...frame, errors: Object.fromEntries(Object.entries(frame.errors || {}).map(labelled)) };
      }
      case "home":
        return { ...frame, view: { ...frame.view, blocks: frame.view.blocks.map(shown) } };
      default:
        return frame;
    }
  }

  function toSlack(frame) {
    if (frame.t !== "view_submit") return frame;
    const values = {};
    for (const [id, block] of fields) {
      const action = block.element.action_id;
      const given = ((frame.values || {})[id] || {})[action] || beginning(block.element);
      values[id] = { [action]: filledIn(block.element, given) };
    }
    return { ...frame, values };
  }

  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    set onmessage(listener) {
      super.onmessage = (event) => listener({ data: JSON.stringify(toPage(JSON.parse(event.data))) });
    }

    send(data) {
      super.send(JSON.stringify(toSlack(JSON.parse(data))));
    }
  };
})();
