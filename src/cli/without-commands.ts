// CI systems read commands out of the logs of what they run: a title `::set-env …` would be obeyed. Everything the
// command line writes goes through here; files do not, for nobody obeys those.

/**
 * GitHub Actions takes `::command::` at the start of a line, whatever space is before it, and `##[command]` anywhere in
 * it; Azure Pipelines `##vso[…]` and `##[…]`, TeamCity `##teamcity[…]`.
 */
const COMMAND_START = /^[^\S\n]*:(?=:)|#(?=#(?:vso|teamcity)?\[)/gim

const ZERO_WIDTH_SPACE = '\u200B'

/** The text with its commands torn apart by a character that nobody sees. */
export const withoutCommands = (text: string): string =>
  text.replaceAll(COMMAND_START, (start) => `${start}${ZERO_WIDTH_SPACE}`)
