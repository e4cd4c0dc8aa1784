/** Discord's limits on what is sent, with their sources in its documentation. Keeping to them is left to those who lay out messages. */

/** Milliseconds after which an interaction's first response is refused (interactions/receiving-and-responding). */
export const FIRST_RESPONSE_MS = 3_000

/** Milliseconds for which an interaction's token can be used (interactions/receiving-and-responding). */
export const TOKEN_LIFETIME_MS = 15 * 60_000

/** Characters of displayable text in all components of one message together. Not written in Discord's documentation; seen by running it. */
export const MESSAGE_TEXT = 4_000

/** Components of one message, nested ones included (components/reference). */
export const MESSAGE_COMPONENTS = 40

/** Buttons of one action row (components/reference). */
export const ROW_BUTTONS = 5

/** Characters of a custom id (components/reference). */
export const CUSTOM_ID = 100

/** Characters of a button's label, and of a link button's address (components/reference). */
export const BUTTON_LABEL = 80
export const BUTTON_URL = 512

/** Characters of a picture's alt text (components/reference). */
export const ALT_TEXT = 1_024

/** Options of a select menu, and the characters of their label, value and description (components/reference). */
export const SELECT_OPTIONS = 25
export const SELECT_TEXT = 100

/** Suggestions of an autocompletion, and the characters of their name and value (interactions/application-commands). */
export const CHOICES = 25
export const CHOICE_TEXT = 100

/** Characters of a mention's question that are searched for and shown; `/ask` has the same limit as an option's `max_length`. */
export const QUESTION_TEXT = 300

/** Bytes of a file that a bot may send where nobody has paid for more (reference, "Uploading Files"). */
export const FILE_BYTES = 10 * 1024 * 1024
