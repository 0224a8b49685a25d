// How many columns a terminal gives to a text: two to East Asian wide characters and emoji, none to marks.

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Scripts of Unicode's East_Asian_Width W and F, and symbols shown as emoji. */
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u
const INVISIBLE = /^[\p{M}\p{Cf}\p{Zl}\p{Zp}]+$/u

/** Columns taken by a text without controls. */
export function textWidth(text: string): number {
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment)
  return width
}

/** The text in at most `width` columns, with an ellipsis where something was cut off. */
export function truncateText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = ''
  let room = width - 1
  for (const { segment } of segmenter.segment(text)) {
    room -= graphemeWidth(segment)
    if (room < 0) break
    kept += segment
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`
}

export const padEndTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - textWidth(text)))

export const padStartTo = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - textWidth(text))) + text

const graphemeWidth = (grapheme: string): number =>
  INVISIBLE.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1
