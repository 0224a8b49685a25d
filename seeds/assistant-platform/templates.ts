// What visitors ask an assistant, what it answers, and what the documents say that it answers from. {slots} are filled from
// pools of words.

export const QUESTIONS: readonly string[] = [
  'how do I {verb} my {noun}?',
  'is there a {adjective} {noun} for the {product}?',
  'my {noun} from {company} does not {verb} any more, what now?',
  'what does the {product} cost per month',
  'can I {verb} the {noun} without calling somebody in {city}?',
  'hi, I ordered the {product} last week and it is still not here',
  'who is responsible for {department} at your place?',
  'do you ship the {product} to {city}?',
  'thanks!',
  'that did not help, the {noun} is still {adjective}',
  'please {verb} it for me',
  'where do I find the {adjective} {noun} that {name} told me about?',
  'can we talk about the {noun} in the next meeting instead?',
  'summarise what {name} said about the {department} budget',
  'ok and after that?',
]

export const ANSWERS: readonly string[] = [
  'You can {verb} the {noun} yourself: open the settings, choose {department}, and confirm the {adjective} entry. It takes a few minutes until the change is visible everywhere. Would you like me to walk you through it?',
  'The {product} is available in {city} and in two more places. According to our documents it comes with a {adjective} {noun}, which can be replaced within thirty days. Delivery usually takes three to five working days.',
  'I am sorry that the {noun} is {adjective}. Please restart it once; if that does not help, {name} from {department} can {verb} it for you. I have noted your question so that you do not need to repeat it.',
  'Here is what I found: the {product} includes the {noun}, support in {city}, and an option to {verb} up to five more. The price depends on your plan. Shall I compare the plans for you?',
  'Certainly. {name} mentioned three points: the {adjective} {noun}, the offer of {company}, and the date by which {department} has to {verb} it. Nothing was decided yet.',
  'You are welcome! Is there anything else about the {product} that I can help with?',
  'That is a good question. The documents I have do not say whether you can {verb} a {adjective} {noun}. I would suggest asking {department} directly; they answer on weekdays from nine to five.',
  'To {verb} it, follow these steps. First, note the number on the {noun}. Second, send it to {department} together with the invoice of {company}. Third, wait for the confirmation; it comes by e-mail. The {adjective} part can stay where it is.',
  'I have added the {noun} to the notes of this meeting. {name} and {department} will be informed when it ends.',
]

export const SYSTEM_NOTES: readonly string[] = [
  'Visitor joined from a widget.',
  'Knowledge search returned no document above the threshold.',
  'Session handed over to {department}.',
  'Transcription started.',
  'Language switched.',
]

export const KNOWLEDGE: readonly string[] = [
  'The {product} must be registered before anybody may {verb} the {noun}; registration is done by {department}.',
  'A {adjective} {noun} is replaced free of charge within two years if the invoice of {company} is at hand.',
  'In {city} the {noun} is collected on the first Monday of each month.',
  'Whoever wants to {verb} more than one {noun} needs the permission of {department}.',
  'The warranty does not cover a {adjective} {noun}, nor damage that comes from trying to {verb} it.',
  'Prices of the {product} are reviewed each quarter and published by {department}.',
  'If the {noun} stays {adjective} after a restart, the log of the last hour is sent to {company}.',
  'Employees in {city} {verb} their {noun} through the portal; others write to {name}.',
  'The {product} is delivered with a {adjective} {noun}, a cable, and a card of thanks.',
  'Contracts with {company} end after twelve months unless somebody decides to {verb} them.',
]

export const TITLES: readonly string[] = [
  '{product} manual',
  'How to {verb} a {noun}',
  'Terms of {company}',
  '{department} handbook',
  'Questions and answers about the {product}',
  'Price list {city}',
  'Onboarding {department}',
]

export const MEETINGS: readonly string[] = [
  'Weekly {department}',
  'Demo for {company}',
  '{name} and {company}: {product}',
  'Review of the {noun}',
  'Planning {city}',
]
