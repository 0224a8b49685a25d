// An option as it is written on the command line, from the name that the code has for it.

/** statementTimeout → --statement-timeout */
export const optionName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
