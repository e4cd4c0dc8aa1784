/** A page that shows messages as Discord does: Components V2 and the part of Discord's Markdown that the bot writes. */
import { readFile } from 'node:fs/promises'
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Component } from '../../support/fake-discord/validate.ts'

/** The components as they were sent; the fake keeps what it does not look at itself. */
export type SentComponent = Component & { readonly accent_color?: number }
export type Conversation = {
  readonly asker: string
  readonly bot: string
  readonly question: string
  readonly answer: readonly SentComponent[]
}
export type Ground = 'dark' | 'light'

export async function toPage(conversation: Conversation, ground: Ground): Promise<string> {
  const css = await readFile(new URL('discord.css', import.meta.url), 'utf8')
  return `<!doctype html><html class="${ground}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${css}</style><body><main>${asked(conversation)}${answered(conversation)}</main></body></html>`
}

function asked({ asker, bot, question }: Conversation): string {
  return `<article><i class="face" style="background:#c2185b">${asker.slice(0, 1)}</i>
<h3>${escapeHtml(asker)}<time>12:01</time></h3><p><b class="mention">@${escapeHtml(bot)}</b> ${escapeHtml(question)}</p></article>`
}

function answered({ asker, bot, question, answer }: Conversation): string {
  const reply = `<div class="reply"><i class="face" style="background:#c2185b">${asker.slice(0, 1)}</i><b>${escapeHtml(asker)}</b>
<span><b class="mention">@${escapeHtml(bot)}</b> ${escapeHtml(question)}</span></div>`
  return `<article>${reply}<i class="face" style="background:#5865f2">“</i>
<h3>${escapeHtml(bot)}<b class="app">APP</b><time>12:01</time></h3>${answer.map(toHtml).join('')}</article>`
}

/** @throws when the bot sends a component that this page cannot show: it is to be drawn then, not left out. */
function toHtml(component: SentComponent): string {
  const inside = (component.components ?? []).map(toHtml).join('')
  switch (component.type) {
    case ComponentType.Container:
      return `<section style="border-left-color:#${(component.accent_color ?? 0).toString(16).padStart(6, '0')}">${inside}</section>`
    case ComponentType.TextDisplay:
      return `<div class="text">${markdownToHtml(component.content ?? '')}</div>`
    case ComponentType.Separator:
      return '<hr>'
    case ComponentType.ActionRow:
      return `<nav>${inside}</nav>`
    case ComponentType.Button: {
      const mark = component.style === ButtonStyle.Link ? ' ↗' : ''
      return `<button>${escapeHtml(component.label ?? '')}${mark}</button>`
    }
    default:
      throw new Error(`expected a component that can be drawn, got type ${component.type}`)
  }
}

/** Lines of one kind that follow each other are one block, as in Discord. */
export function markdownToHtml(markdown: string): string {
  const blocks: { tag: string; lines: string[] }[] = []
  for (const line of markdown.split('\n')) {
    const [, mark = '', words = ''] = /^(> |-# )?(.*)$/.exec(line) ?? []
    const tag = mark === '> ' ? 'blockquote' : mark === '-# ' ? 'small' : 'p'
    const last = blocks.at(-1)
    if (last?.tag === tag) last.lines.push(inline(words))
    else blocks.push({ tag, lines: [inline(words)] })
  }
  return blocks.map(({ tag, lines }) => `<${tag}>${lines.join('<br>')}</${tag}>`).join('')
}

/** An escaped character, code, bold, italics, struck words, in this order; everything else is shown as it stands. */
function inline(words: string): string {
  const marks = /\\([^\w\s])|`([^`]+)`|\*\*(.+?)\*\*|\*(.+?)\*|~~(.+?)~~/gsu
  let html = ''
  let end = 0
  for (const match of words.matchAll(marks)) {
    const [whole, escaped, code, bold, italic, struck] = match
    html += escapeHtml(words.slice(end, match.index))
    if (escaped !== undefined) html += escapeHtml(escaped)
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`
    else if (bold !== undefined) html += `<b>${inline(bold)}</b>`
    else if (italic !== undefined) html += `<em>${inline(italic)}</em>`
    else if (struck !== undefined) html += `<s>${inline(struck)}</s>`
    end = match.index + whole.length
  }
  return html + escapeHtml(words.slice(end))
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
